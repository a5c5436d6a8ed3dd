/** A link that looks like a button, for what leads elsewhere. */
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'

/** A plain `<a>`; for a router's link use `buttonClass` as its class name. */
export function LinkButton({
  kind = 'quiet',
  size,
  children,
  ...rest
}: ButtonLook & Omit<ComponentProps<'a'>, 'className'>) {
  return (
    <a {...rest} className={buttonClass({ kind, size })}>
      {children}
    </a>
  )
}
