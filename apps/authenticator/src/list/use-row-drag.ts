/** Moves an account by dragging it; the menu has the same for the keyboard. */
import type { Entry } from '@sallyport/vault'
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react'
import { placeAt, placeNow } from './place-of.ts'
import type { RowActs } from './use-row-acts.ts'

export type RowDrag = {
  readonly onStart: (event: DragEvent<HTMLElement>) => void
  readonly onOver: (event: DragEvent<HTMLElement>) => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
  readonly onEnd: () => void
}

export type DropMark = { readonly id: string; readonly half: 'upper' | 'lower' }

/** A type of its own, so that what takes files and texts dropped on the page leaves it alone. */
const TYPE = 'application/x-sallyport-account'

/**
 * @param shown the accounts as they are shown
 * @param entries all of the vault, in the order by hand
 * @returns where a drop would go, and what the rows listen with
 */
export function useRowDrag(
  shown: readonly Entry[],
  entries: readonly Entry[],
  acts: RowActs,
): { readonly mark: DropMark | undefined; readonly drag: RowDrag } {
  const [mark, setMark] = useState<DropMark>()
  const lists = useRef({ shown, entries })
  useEffect(() => {
    lists.current = { shown, entries }
  })
  const drag = useMemo<RowDrag>(() => {
    let dragged: string | undefined
    const end = (): void => {
      dragged = undefined
      setMark(undefined)
    }
    const aim = (event: DragEvent<HTMLElement>) => {
      const { id } = event.currentTarget.dataset
      if (dragged === undefined || id === undefined) return undefined
      const { top, height } = event.currentTarget.getBoundingClientRect()
      const half = event.clientY < top + height / 2 ? 'upper' : 'lower'
      const place = placeAt(lists.current.shown, dragged, id, half)
      return place && { mark: { id, half } as const, place }
    }
    return {
      onStart(event) {
        dragged = event.currentTarget.dataset['id']
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData(TYPE, '')
      },
      onOver(event) {
        if (dragged === undefined) return
        event.stopPropagation()
        const aimed = aim(event)
        if (aimed !== undefined) event.preventDefault()
        setMark((before) =>
          before?.id === aimed?.mark.id && before?.half === aimed?.mark.half ? before : aimed?.mark,
        )
      },
      onDrop(event) {
        if (dragged === undefined) return
        event.stopPropagation()
        event.preventDefault()
        const aimed = aim(event)
        const { entries: all } = lists.current
        const entry = all.find(({ id }) => id === dragged)
        if (aimed !== undefined && entry !== undefined) acts.move(entry, aimed.place, placeNow(all, entry.id))
        end()
      },
      onEnd: end,
    }
  }, [acts])
  return { mark, drag }
}
