/** Who is signed in here, and what the role of that principal may. */
import type { Reply } from '@sallyport/contract'
import { may, type Permission } from '@sallyport/contract/permissions'
import { useAsk } from './use-ask.ts'

/** The principal of this session. */
export type Me = Extract<Reply<'GET /api/sign-in'>, { state: 'signed_in' }>

/** Undefined until the server said so, and while nobody is signed in. */
export function useMe(): Me | undefined {
  const { data } = useAsk('GET /api/sign-in')
  return data?.state === 'signed_in' ? data : undefined
}

/** Whether to offer something; the server decides again whether to do it. */
export function useMay(permission: Permission): boolean {
  const me = useMe()
  return me !== undefined && may(me.role, permission)
}
