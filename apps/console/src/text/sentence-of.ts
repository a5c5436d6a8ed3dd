/** The sentence for a refusal, in the page's language. */
import type { RefusalCode } from '@sallyport/contract/refusals'
import type { signInRefusals } from '@sallyport/contract/sign-in-refusals'
import type { Refused } from '../wire/call.ts'

/** A sentence, or one made of the refusal's numbers. */
export type Sentence = string | ((refused: Partial<Refused>) => string)

/** A sentence for every refusal that the contract names: one that lacks a language does not compile. */
export type RefusalTexts = { readonly [Code in RefusalCode | 'offline']: Sentence }

/** Those that can be met before one is signed in. */
export type SignInRefusalTexts = Pick<RefusalTexts, keyof typeof signInRefusals | 'offline'>

/** What to say of a refusal; a code that this page does not know yet is said in the server's own words. */
export function sentenceOf(refused: Refused, texts: SignInRefusalTexts): string {
  const known: Partial<RefusalTexts> = texts
  const sentence = known[refused.code]
  if (sentence === undefined) return refused.detail ?? sentenceOf({ code: 'server_fault' }, texts)
  return typeof sentence === 'string' ? sentence : sentence(refused)
}
