/** Which view the page shows; the browser's back button goes to the one before. */
import { useCallback, useEffect, useState } from 'react'

export type View =
  | { readonly name: 'list' }
  | { readonly name: 'scan' }
  | { readonly name: 'by_hand' }
  | { readonly name: 'import' }
  /** Text that was handed over by a link, or pasted; it is asked before anything is added. */
  | { readonly name: 'link'; readonly text: string }
  | { readonly name: 'entry'; readonly id: string }
  | { readonly name: 'bin' }
  | { readonly name: 'export' }
  | { readonly name: 'settings' }

const LIST: View = { name: 'list' }

export type Views = {
  readonly view: View
  readonly go: (view: View) => void
  /** To the list, whatever came before. */
  readonly home: () => void
}

/** Views live in the page's history by name alone: what was handed over is never written into it. */
export function useViews(): Views {
  const [view, setView] = useState<View>(readHandedOver)
  useEffect(() => {
    const back = (): void => setView(LIST)
    const handed = (): void => {
      const next = readHandedOver()
      if (next.name === 'link') setView(next)
    }
    addEventListener('popstate', back)
    addEventListener('hashchange', handed)
    return () => {
      removeEventListener('popstate', back)
      removeEventListener('hashchange', handed)
    }
  }, [])
  const go = useCallback((next: View) => {
    if (next.name === 'list') history.replaceState(null, '', '/')
    else if (history.state === null) history.pushState('view', '', '/')
    setView(next)
  }, [])
  const home = useCallback(() => {
    if (history.state === null) setView(LIST)
    else history.back()
  }, [])
  return { view, go, home }
}

/** The URI of a link stands in the fragment, which no server sees; it is taken out of the address at once. */
function readHandedOver(): View {
  const fragment = location.hash.slice(1)
  if (fragment === '') return LIST
  history.replaceState(null, '', '/')
  return /^[a-z-]+:/i.test(fragment) ? { name: 'link', text: fragment } : LIST
}
