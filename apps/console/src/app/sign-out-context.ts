/** The way out that the frame offers, for pages where it is the only thing left to do. */
import { createContext, useContext } from 'react'

export type SignOut = { readonly run: () => void; readonly busy: boolean }

export const SignOutContext = createContext<SignOut>({ run: () => {}, busy: false })

export function useSignOut(): SignOut {
  return useContext(SignOutContext)
}
