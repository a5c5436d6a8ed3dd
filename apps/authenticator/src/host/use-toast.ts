/** Says what was just done in a bar that goes by itself. */
import type { ToastWords } from '@sallyport/ui'
import { createContext, useContext } from 'react'

/** Given by `LateToasts`. */
export const ToastContext = createContext<(words: ToastWords) => void>(() => undefined)

/** A function that shows one bar, with **Undo** where `onUndo` is given. */
export function useToast(): (words: ToastWords) => void {
  return useContext(ToastContext)
}
