/** The choice of the page's language, at the foot. */
import { VisuallyHidden } from '@sallyport/ui'
import { useId } from 'react'
import { type Language, languages } from '../text/language.ts'
import { useLanguage } from '../text/language-context.tsx'
import styles from './host.module.css'

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
