/** A button that opens a list of acts; the list's own parts load with the first press. */
import { Button, type MenuItem } from '@sallyport/ui'
import { lazy, Suspense, useState } from 'react'

const load = () => import('./loaded-menu.tsx')
const LoadedMenu = lazy(() => load().then((m) => ({ default: m.LoadedMenu })))

/** The same button stands there before and after, and is the one that is pressed. */
export function MenuButton({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
}) {
  const [isPressed, setPressed] = useState(false)
  const button = (
    <Button
      size="small"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setPressed(true)}
    >
      {label}
    </Button>
  )
  if (!isPressed) return button
  return (
    <Suspense fallback={button}>
      <LoadedMenu label={label} items={items} />
    </Suspense>
  )
}
