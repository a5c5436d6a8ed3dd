/** A page for those whose role may do what it is for. */
import type { Permission } from '@sallyport/contract/permissions'
import type { ReactNode } from 'react'
import { useMay } from '../app/use-me.ts'
import { Denied } from './denied.tsx'

/** `needs` beyond what the place that the page stands in asks for. */
export function ForRole({ needs, children }: { readonly needs: Permission; readonly children: ReactNode }) {
  return useMay(needs) ? children : <Denied />
}
