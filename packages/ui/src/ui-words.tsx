/** The few words that the parts themselves say, so that a page can have them in its language. */
import { createContext, type ReactNode, useContext } from 'react'

/** Every word a part says by itself, and the locale for relative times. */
export type UiWords = {
  readonly locale: string
  readonly showCharacters: string
  readonly hideCharacters: string
  readonly copied: string
  readonly copyFailed: string
  readonly close: string
  readonly undo: string
  readonly notifications: string
  readonly account: string
  readonly stepDone: string
}

const english: UiWords = {
  locale: 'en',
  showCharacters: 'Show characters',
  hideCharacters: 'Hide characters',
  copied: 'Copied',
  copyFailed: 'Not copied: select the text and copy it by hand',
  close: 'Close',
  undo: 'Undo',
  notifications: 'Notifications',
  account: 'Account',
  stepDone: 'done',
}

const UiWordsContext = createContext<UiWords>(english)

/** Gives the parts below it their words; without it they speak English. */
export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <UiWordsContext value={words}>{children}</UiWordsContext>
}

/** The words of the parts, in the page's language. */
export function useUiWords(): UiWords {
  return useContext(UiWordsContext)
}
