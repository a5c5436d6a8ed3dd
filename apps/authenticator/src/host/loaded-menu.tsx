/** The list of acts of a button that was pressed, open from the start. */
import { Menu } from '@base-ui/react/menu'
import { Button, type MenuItem } from '@sallyport/ui'
import styles from './loaded-menu.module.css'

/** Arrow keys move, Escape closes and gives focus back. */
export function LoadedMenu({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
}) {
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger render={<Button size="small" />}>{label}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Menu.Popup className={styles['popup']}>
            {items.map((item) => (
              <Menu.Item key={item.label} className={styles['item']} onClick={item.onSelect}>
                {item.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
