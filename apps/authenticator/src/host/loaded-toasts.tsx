/** Shows the bars that wait, in their order; they go when a view is opened from the list, whose buttons they would cover. */
import { Toasts, type ToastWords, useToast, useToastsOf } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import { useView } from './view.ts'

type Waiting = {
  readonly waiting: readonly ToastWords[]
  readonly onShown: (count: number) => void
}

export function LoadedToasts(waiting: Waiting) {
  return (
    <Toasts>
      <Shown {...waiting} />
    </Toasts>
  )
}

function Shown({ waiting, onShown }: Waiting) {
  const toast = useToast()
  const { name } = useView().view
  const [seen, setSeen] = useState({ name, opened: 0 })
  if (seen.name !== name) setSeen({ name, opened: seen.opened + (seen.name === 'list' ? 1 : 0) })
  useToastsOf(String(seen.opened))
  useEffect(() => {
    if (waiting.length === 0) return
    for (const words of waiting) toast(words)
    onShown(waiting.length)
  })
  return null
}
