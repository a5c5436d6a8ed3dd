/** Takes the bars of a page away when one leaves it, so that none lies over a page that it says nothing about. */
import { Toast as Base } from '@base-ui/react/toast'
import { useEffect, useRef } from 'react'
import type { ToastData } from './use-toast.ts'

/**
 * A bar that moves on with its act outlives one change.
 *
 * @param place where one is, such as the path of the address
 */
export function useToastsOf(place: string): void {
  const { toasts, close } = Base.useToastManager<ToastData>()
  const before = useRef(place)
  const moved = useRef(new Set<string>())
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    for (const { id, data } of toasts) {
      if (data?.movesOn === true && !moved.current.has(id)) moved.current.add(id)
      else close(id)
    }
  }, [place, toasts, close])
}
