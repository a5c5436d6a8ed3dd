/** The view for the parts below, and the way to another. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Views } from './view.ts'

const ViewsContext = createContext<Views | null>(null)

export function ViewsProvider({ views, children }: { readonly views: Views; readonly children: ReactNode }) {
  return <ViewsContext value={views}>{children}</ViewsContext>
}

export function useView(): Views {
  const views = useContext(ViewsContext)
  if (views === null) throw new Error('there are no views around this part')
  return views
}
