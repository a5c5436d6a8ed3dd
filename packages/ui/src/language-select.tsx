/** The choice of the page's language, at the foot. */
import { useId } from 'react'
import { type Language, languages } from './language.ts'
import { useLanguage } from './language-context.tsx'
import styles from './language-select.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** A native select; `label` is the word for language in the page's language. */
export function LanguageSelect({ label }: { readonly label: string }) {
  const id = useId()
  const { language, setLanguage } = useLanguage()
  return (
    <span className={styles['language']}>
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <select id={id} value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
        {languages.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
