/** Shows the bars that wait, in their order. */
import { Toasts, type ToastWords, useToast } from '@sallyport/ui'
import { useEffect } from 'react'

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
  useEffect(() => {
    if (waiting.length === 0) return
    for (const words of waiting) toast(words)
    onShown(waiting.length)
  })
  return null
}
