/** The look of a button as a class name, for links that a router draws. */
import styles from './button.module.css'
import { classes } from './classes.ts'

/** At most one `filled` button is in view; `danger` is for what takes something away. */
export type ButtonKind = 'filled' | 'quiet' | 'text' | 'danger'

/** What a button looks like. `wide` fills the column, as on the sign-in pages. */
export type ButtonLook = {
  readonly kind?: ButtonKind | undefined
  readonly size?: 'small' | 'wide' | undefined
}

/** The class name of a button's look. */
export function buttonClass({ kind = 'quiet', size }: ButtonLook = {}): string {
  return classes(styles['button'], styles[kind], size !== undefined && styles[size])
}
