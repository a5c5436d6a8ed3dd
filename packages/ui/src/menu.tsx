/** A button that opens a list of acts. */
import { Menu as Base } from '@base-ui/react/menu'
import { buttonClass } from './button-class.ts'
import { classes } from './classes.ts'
import { Icon } from './icons.tsx'
import styles from './menu.module.css'

/** One act, or a link where `href` is given. */
export type MenuItem = {
  readonly label: string
  readonly onSelect?: (() => void) | undefined
  readonly href?: string | undefined
  readonly danger?: boolean | undefined
}

/**
 * The button bears `label`, or where the label is long and `iconOnly` is set, a sign that is named by it; arrow keys
 * move, Escape closes.
 */
export function Menu({
  label,
  items,
  iconOnly = false,
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly iconOnly?: boolean | undefined
}) {
  return (
    <Base.Root>
      {iconOnly ? (
        <Base.Trigger className={styles['icon']} aria-label={label}>
          <Icon name="more" />
        </Base.Trigger>
      ) : (
        <Base.Trigger className={buttonClass({ size: 'small' })}>
          {label}
          <Icon name="chevron" size={18} />
        </Base.Trigger>
      )}
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Base.Popup className={styles['popup']}>
            {items.map((item) =>
              item.href === undefined ? (
                <Base.Item
                  key={item.label}
                  className={classes(styles['item'], item.danger && styles['danger'])}
                  onClick={item.onSelect}
                >
                  {item.label}
                </Base.Item>
              ) : (
                <Base.LinkItem key={item.label} className={styles['item']} href={item.href}>
                  {item.label}
                </Base.LinkItem>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
