/** The language of the page: kept in the browser, changed live, said to screen readers by `<html lang>`. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { chooseLanguage, type Language } from './language.ts'

const storageKey = 'sallyport.language'

/** The language and the way to change it. */
export type LanguageChoice = {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', setLanguage: () => {} })

/** Stands around the whole page. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => chooseLanguage(readStored(), navigator.languages))
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage(next) {
        store(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

/** The page's language and the way to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** A browser that keeps nothing for sites throws here; the choice then lasts as long as the page. */
function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // the page still changes
  }
}
