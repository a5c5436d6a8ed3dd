/** Which view the page shows; the browser's back button goes to the one before. */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'

export type View =
  | { readonly name: 'list' }
  | { readonly name: 'scan' }
  | { readonly name: 'by_hand' }
  | { readonly name: 'import' }
  /** Handed over by a link or pasted, so that nothing is added before the user was asked. */
  | { readonly name: 'link'; readonly uri: string }
  | { readonly name: 'entry'; readonly id: string }
  | { readonly name: 'bin' }
  | { readonly name: 'export' }
  /** From a backup file, where there is no vault yet or where what is kept cannot be read. */
  | { readonly name: 'restore' }
  | { readonly name: 'settings' }

export type Views = {
  readonly view: View
  /** To a view above this one; `list` goes back to the ground. */
  readonly go: (view: View) => void
  /** To the view before, as the browser's own button does. */
  readonly back: () => void
  /** To the list, whatever came before. */
  readonly home: () => void
  /** To the list, with nothing kept of the views before: a link that was handed over has a key in it. */
  readonly forget: () => void
}

const LIST: View = { name: 'list' }

const nowhere = (): void => undefined

/** Given by the app; views read it with `useView`. */
export const ViewContext = createContext<Views>({
  view: LIST,
  go: nowhere,
  back: nowhere,
  home: nowhere,
  forget: nowhere,
})

export function useView(): Views {
  return useContext(ViewContext)
}

/** Keeps the views in memory and only their depth in the page's history: what was handed over is never written there. */
export function useViews(): Views {
  const [view, setView] = useState<View>(readHandedOver)
  const stack = useRef<View[]>([view])
  const show = useCallback((next: View) => {
    stack.current = [...stack.current.slice(0, depth()), next]
    setView(next)
  }, [])
  useEffect(() => {
    const moved = (): void => setView(stack.current[depth()] ?? LIST)
    const handed = (): void => {
      const next = readHandedOver()
      if (next !== LIST) show(next)
    }
    addEventListener('popstate', moved)
    addEventListener('hashchange', handed)
    return () => {
      removeEventListener('popstate', moved)
      removeEventListener('hashchange', handed)
    }
  }, [show])
  const forget = useCallback(() => {
    stack.current = [LIST]
    setView(LIST)
    if (depth() > 0) history.go(-depth())
  }, [])
  return useMemo(() => ({ view, forget, ...steps(show) }), [view, show, forget])
}

function steps(show: (view: View) => void): Omit<Views, 'view' | 'forget'> {
  const back = (by: number): void => {
    if (by === 0) show(LIST)
    else history.go(-by)
  }
  return {
    go(next) {
      if (next.name === 'list') return back(depth())
      history.pushState({ depth: depth() + 1 }, '', '/')
      show(next)
    },
    back: () => back(Math.min(1, depth())),
    home: () => back(depth()),
  }
}

/** How many views lie below the one shown. */
function depth(): number {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0
}

/** What the shortcuts of the installed app name. */
const SHORTCUTS: Readonly<Record<string, View>> = { scan: { name: 'scan' }, 'by-hand': { name: 'by_hand' } }

/** The URI of a link stands in the fragment, which no server sees; it is taken out of the address at once. */
function readHandedOver(): View {
  const fragment = location.hash.slice(1)
  if (fragment === '') return LIST
  history.replaceState(history.state, '', '/')
  if (/^otpauth(-migration)?:/i.test(fragment)) return { name: 'link', uri: fragment }
  return SHORTCUTS[fragment] ?? LIST
}
