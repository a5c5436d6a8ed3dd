/** Says what was just done in a bar that goes by itself. */
import { Toast as Base } from '@base-ui/react/toast'
import { useUiWords } from './ui-words.tsx'

/** What a bar says, and how the act is undone where it can be. */
export type ToastWords = {
  readonly message: string
  readonly onUndo?: (() => void) | undefined
}

/** A function that shows one bar: `toast({ message: 'Device renamed', onUndo })`. A bar with Undo stays 10 s, others 6. */
export function useToast(): (words: ToastWords) => void {
  const manager = Base.useToastManager()
  const uiWords = useUiWords()
  return ({ message, onUndo }) => {
    if (onUndo === undefined) {
      manager.add({ title: message })
      return
    }
    const id = manager.add({
      title: message,
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
