/** What every method of proving is given. */
import type { Reply } from '@sallyport/contract'
import type { Purpose } from './confirm-context.ts'

/** Where a verification stands. */
export type Status = Reply<'GET /api/verification/:purpose'>
/** One way to give it. */
export type Choice = Status['methods'][number]

/** The same for all methods. */
export type MethodProps = {
  readonly purpose: Purpose
  readonly choice: Choice
  /** The button that gives the proof: `Next` in the wizard, `Confirm` elsewhere. */
  readonly submitLabel: string
  readonly onProven: (next: Status) => void
  readonly onCancel?: (() => void) | undefined
}
