/** A button: a verb that says the thing. */
import type { ComponentProps, MouseEvent } from 'react'
import styles from './button.module.css'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classes } from './classes.ts'

type ButtonProps = ButtonLook & {
  /** Work is under way: the button keeps its width and its focus, and a second press does nothing. */
  readonly busy?: boolean | undefined
} & Omit<ComponentProps<'button'>, 'className' | 'size'>

/** A native button; `type` is `button` unless told, so that only a form's own button submits it. */
export function Button({
  kind = 'quiet',
  size,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={classes(buttonClass({ kind, size }), busy && styles['busy'])}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      <span className={styles['label']}>{children}</span>
      {busy && <span className={styles['spinner']} aria-hidden="true" />}
    </button>
  )
}
