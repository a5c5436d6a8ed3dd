/** Shows the bars that wait, in their order. */
import { Toasts, type ToastWords, useToast, useToastsOf } from '@sallyport/ui'
import { useEffect } from 'react'

type Waiting = {
  /** Another one takes the bars of the one before away. */
  readonly place: string
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

function Shown({ place, waiting, onShown }: Waiting) {
  const toast = useToast()
  useToastsOf(place)
  useEffect(() => {
    if (waiting.length === 0) return
    for (const words of waiting) toast(words)
    onShown(waiting.length)
  })
  return null
}
