/** A proof that was found right and still has to be spent. */
import type { Proof } from './proof.ts'

/**
 * `spend` is the one conditional statement that uses the proof up; it runs in the transaction that grants the result.
 * False means that somebody else spent it first, and nothing may be granted.
 */
export type Proved<S> = {
  readonly proof: Proof
  readonly spend: (stores: S) => Promise<boolean>
}
