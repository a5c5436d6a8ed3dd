/** Says what was just done in a bar that goes by itself. */
import { Toast as Base } from '@base-ui/react/toast'
import { useUiWords } from './ui-words.tsx'

/** What a bar says, and how the act is undone where it can be. */
export type ToastWords = {
  readonly message: string
  readonly onUndo?: (() => void) | undefined
  /** The act leads to another page, and the bar goes along. */
  readonly movesOn?: boolean | undefined
}

/** What a bar remembers of its words. */
export type ToastData = { readonly movesOn: boolean }

/** A function that shows one bar: `toast({ message: 'Device renamed', onUndo })`. A bar with Undo stays 10 s, others 6. */
export function useToast(): (words: ToastWords) => void {
  const manager = Base.useToastManager()
  const uiWords = useUiWords()
  return ({ message, onUndo, movesOn = false }) => {
    const data: ToastData = { movesOn }
    if (onUndo === undefined) {
      manager.add({ title: message, data })
      return
    }
    const id = manager.add({
      title: message,
      data,
      timeout: 10_000,
      actionProps: {
        children: uiWords.undo,
        onClick: () => {
          manager.close(id)
          onUndo()
        },
      },
    })
  }
}
