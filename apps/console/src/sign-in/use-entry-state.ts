/** What the sign-in pages must know before they draw: the site, and where this browser stands. */
import type { Reply } from '@sallyport/contract'
import { useCallback, useEffect, useState } from 'react'
import { call, type Refused } from '../wire/call.ts'

/** What the server offers, as every page needs it. */
export type Site = Reply<'GET /api/site'>
/** Signed out, between the steps, or signed in. */
export type SignInState = Reply<'GET /api/sign-in'>
/** A sign-in between its two steps. */
export type SecondStep = Extract<SignInState, { state: 'second_step' }>

/** On its way, there, or refused. */
export type EntryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly site: Site; readonly signIn: SignInState }
  | { readonly kind: 'failed'; readonly refused: Refused }

/** Asks both at once; `retry` asks again. */
export function useEntryState(): { readonly state: EntryState; readonly retry: () => void } {
  const [state, setState] = useState<EntryState>({ kind: 'loading' })
  const load = useCallback(async () => {
    const [site, signIn] = await Promise.all([call('GET /api/site'), call('GET /api/sign-in')])
    if (!site.ok) setState({ kind: 'failed', refused: site.refused })
    else if (!signIn.ok) setState({ kind: 'failed', refused: signIn.refused })
    else setState({ kind: 'ready', site: site.value, signIn: signIn.value })
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  const retry = useCallback(() => {
    setState({ kind: 'loading' })
    void load()
  }, [load])
  return { state, retry }
}
