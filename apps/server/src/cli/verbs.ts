/** The table of verbs; the first is the default. */
import { totpCode } from './totp.ts'
import type { Verb } from './verb.ts'

export const verbs: readonly Verb[] = [
  {
    name: 'totp',
    takes: ['<uri or key>'],
    summary: 'Print the code of a key or an otpauth URI',
    details: [
      'Prints the code of this moment alone. The key is base32 as an authenticator shows it;',
      'with - it is read from standard input, so that it does not stand in the history of the shell.',
    ],
    run: totpCode,
  },
]
