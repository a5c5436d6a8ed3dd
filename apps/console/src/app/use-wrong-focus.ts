/** Brings the focus to the first field of a form that is wrong. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Where the form is tied, and the wish for its first wrong field, heard once the errors are drawn. */
export type WrongFocus = { readonly form: RefObject<HTMLFormElement | null>; readonly seek: () => void }

/** Call `seek` together with what makes the errors appear. */
export function useWrongFocus(): WrongFocus {
  const form = useRef<HTMLFormElement>(null)
  const [sought, setSought] = useState(0)
  useEffect(() => {
    if (sought > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [sought])
  return { form, seek: () => setSought((times) => times + 1) }
}
