/** What a tap in the list does, as functions that stay the same, so that rows are not drawn again for them. */

import { codeOf, type Entry, nameOf } from '@sallyport/vault'
import { useEffect, useMemo, useRef } from 'react'
import { useToast } from '../host/use-toast.ts'
import { useTexts } from '../text/use-texts.ts'
import { useVault } from '../vault/vault-context.tsx'
import type { Place } from './place-of.ts'
import { useTicker } from './ticker-context.tsx'

export type RowActs = {
  readonly copy: (entry: Entry) => void
  /** An account whose codes a counter makes goes on to its next code. */
  readonly goOn: (entry: Entry) => void
  readonly remove: (entry: Entry) => void
  readonly pin: (entry: Entry) => void
  /** `back` is where it stands now. */
  readonly move: (entry: Entry, to: Place, back: Place) => Promise<void>
  /** Opens the menu of an account beside the button that was pressed. */
  readonly more: (entry: Entry, button: HTMLElement) => void
}

/** What was done is said in a bar, with the account's name and an Undo where there is one. */
export function useRowActs(onMore: RowActs['more']): RowActs {
  const { list } = useTexts()
  const { actions } = useVault()
  const ticker = useTicker()
  const toast = useToast()

  async function done(act: Promise<unknown>, message: string, undo?: () => Promise<unknown>): Promise<void> {
    try {
      await act
    } catch {
      return toast({ message: list.failed })
    }
    toast({ message, onUndo: undo && (() => void undo().catch(() => toast({ message: list.failed }))) })
  }

  async function copy(entry: Entry): Promise<void> {
    try {
      await navigator.clipboard.writeText(codeOf(entry, ticker.seconds()))
    } catch {
      return toast({ message: list.copyFailed })
    }
    toast({ message: list.copied(nameOf(entry) || list.noName) })
    actions.noteUse(entry.id)
  }

  const acts: RowActs = {
    copy: (entry) => void copy(entry),
    goOn: (entry) =>
      void done(actions.nextCounter(entry.id), list.newCodeDone(nameOf(entry) || list.noName), () =>
        actions.nextCounter(entry.id, -1n),
      ),
    remove: (entry) =>
      void done(actions.remove([entry.id]), list.removed(nameOf(entry) || list.noName), () =>
        actions.restore([entry.id]),
      ),
    pin: (entry) =>
      void actions.change(entry.id, { pinned: !entry.pinned }).catch(() => toast({ message: list.failed })),
    move: (entry, to, back) =>
      done(actions.moveBefore(entry.id, to.before), list.moved(nameOf(entry) || list.noName), () =>
        actions.moveBefore(entry.id, back.before),
      ),
    more: onMore,
  }
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  return useMemo<RowActs>(
    () => ({
      copy: (entry) => latest.current.copy(entry),
      goOn: (entry) => latest.current.goOn(entry),
      remove: (entry) => latest.current.remove(entry),
      pin: (entry) => latest.current.pin(entry),
      move: (entry, to, back) => latest.current.move(entry, to, back),
      more: (entry, button) => latest.current.more(entry, button),
    }),
    [],
  )
}
