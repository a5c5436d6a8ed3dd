/** Asks before what cannot be undone, or shows what must be dealt with now; traps focus and gives it back. */
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'

/**
 * `onClose` is called by Escape, by a press beside it, and by whatever in `actions` calls it.
 * Put a form inside `children` and its buttons in `actions` by the `form` attribute, or all of it in `children`.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  focusAfter,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** What takes the focus when it has closed; where it gives nothing, what had it before. */
  readonly focusAfter?: (() => HTMLElement | null) | undefined
}) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles['veil']} />
        <Base.Popup
          className={styles['popup']}
          finalFocus={focusAfter === undefined ? undefined : () => focusAfter() ?? true}
        >
          <Base.Title>{title}</Base.Title>
          {children !== undefined && <div className={styles['body']}>{children}</div>}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
