/** English words of the first open and the lock. */
import type { OpenProblem } from '@sallyport/vault'

export const enProtect = {
  protect: {
    heading: 'Protect your codes',
    lead: 'Your accounts are sealed on this device and go nowhere else. Choose what opens them.',
    passkey: 'Use a passkey',
    passkeyWhat: 'Your fingerprint, face or device PIN opens the codes. You also get a recovery key to keep.',
    passkeyNotHere:
      'This browser or device has no passkeys that can open a vault. A passphrase works everywhere.',
    passphrase: 'Set a passphrase',
    passphraseWhat: 'Asked for each time the app is opened. It opens backup files too.',
    none: 'Continue without a passphrase',
    noneWhat:
      'Whoever can use this browser sees the codes. The key stays in this browser: where its data is cleared, only a backup file brings the codes back.',
    restore: 'Restore from a backup file',
    field: 'Passphrase',
    repeat: 'Repeat passphrase',
    fieldWhat: 'At least 8 characters; a few unrelated words are good.',
    short: 'This has fewer than 8 characters.',
    differs: 'The two passphrases differ.',
    set: 'Seal my codes',
    sealing: 'Sealing',
    failed: 'The passkey did not answer. Try again, or choose another way.',
    noPrf: 'This passkey cannot open a vault: it has no PRF. Choose another way.',
  },
  recovery: {
    heading: 'Your recovery key',
    lead: 'It opens your codes when the passkey or passphrase is lost. It is shown this once: write it down or print it.',
    label: 'Recovery key',
    copy: 'Copy',
    saved: 'I have saved my recovery key',
    done: 'Done',
  },
  unlock: {
    heading: 'Unlock',
    passphrase: 'Passphrase',
    open: 'Unlock',
    opening: 'Unlocking',
    passkey: 'Unlock with a passkey',
    device: 'Unlock',
    noDeviceKey: 'This browser no longer has the key. Use another way, or restore a backup file.',
    recovery: 'Use the recovery key',
    passphraseInstead: 'Use the passphrase',
    recoveryField: 'Recovery key',
    wait: (seconds: number) => `Wait ${seconds} s before the next try.`,
    problem: {
      no_such_slot: 'These codes have no such way in.',
      wrong: 'This does not open the codes. Check the spelling and the keyboard.',
      damaged: 'What is kept here is damaged. Nothing was changed; restore a backup file.',
      derivation_too_costly: 'The file asks for more memory than is given to a file. Nothing was opened.',
    } satisfies Record<OpenProblem, string>,
  },
  fresh: {
    lead: 'Whoever finds the codes open could do this, so it asks again what opens them.',
    passkey: (action: string) => `${action} with the passkey`,
    goOn: 'Continue',
  },
  damaged: {
    heading: 'Your codes cannot be read',
    lead: 'What is kept in this browser is damaged or cut short. It has been left as it is.',
    newer: 'They were written by a later version of this app. Load the page again to get it.',
    older: 'Open the version before',
    olderWhat: 'The app keeps the two versions before the last change.',
  },
}

export type ProtectTexts = typeof enProtect
