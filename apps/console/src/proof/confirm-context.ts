/** The way from any act to the question whether it is really you. */
import type { Call } from '@sallyport/contract'
import { createContext, useContext } from 'react'

/** What a proof of identity is given for. */
export type Purpose = Call<'GET /api/verification/:purpose'>['params']['purpose']

/** Asks for proof in a dialog; says whether it was given. */
export type Confirm = (purpose: Purpose) => Promise<boolean>

/** Filled by `ConfirmProvider`. */
export const ConfirmContext = createContext<Confirm>(() => Promise.resolve(false))

/** Asks **Confirm it is you**. */
export function useConfirm(): Confirm {
  return useContext(ConfirmContext)
}
