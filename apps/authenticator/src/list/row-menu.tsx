/** The menu of an account: one for the whole list, beside the button that asked for it. */
import { Menu } from '@base-ui/react/menu'
import { classes } from '@sallyport/ui'
import type { Entry } from '@sallyport/vault'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import type { Place } from './place-of.ts'
import styles from './row-menu.module.css'
import type { RowActs } from './use-row-acts.ts'

/** Closed, it still knows whose it was, to give focus back. */
export type MenuOf = { readonly entry: Entry; readonly button: HTMLElement; readonly isOpen: boolean }

/** `up` and `down` are absent where the account cannot go there. */
export function RowMenu({
  of,
  acts,
  up,
  down,
  onMove,
  onClose,
  whereGone,
}: {
  readonly of: MenuOf
  readonly acts: RowActs
  readonly up: Place | undefined
  readonly down: Place | undefined
  readonly onMove: (entry: Entry, to: Place) => void
  readonly onClose: () => void
  /** Takes focus where the account's own button has gone. */
  readonly whereGone: () => HTMLElement | null
}) {
  const { list } = useTexts()
  const { go } = useView()
  const { entry, button, isOpen } = of
  return (
    <Menu.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner className={styles['positioner']} anchor={button} sideOffset={4} align="end">
          <Menu.Popup
            className={styles['popup']}
            finalFocus={() => (button.isConnected ? button : whereGone())}
          >
            <Item onSelect={() => go({ name: 'entry', id: entry.id })}>{list.edit}</Item>
            <Item onSelect={() => acts.pin(entry)}>{entry.pinned ? list.unpin : list.pin}</Item>
            {up !== undefined && <Item onSelect={() => onMove(entry, up)}>{list.moveUp}</Item>}
            {down !== undefined && <Item onSelect={() => onMove(entry, down)}>{list.moveDown}</Item>}
            <Item isDanger onSelect={() => acts.remove(entry)}>
              {list.remove}
            </Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Item({
  isDanger = false,
  onSelect,
  children,
}: {
  readonly isDanger?: boolean
  readonly onSelect: () => void
  readonly children: string
}) {
  return (
    <Menu.Item className={classes(styles['item'], isDanger && styles['danger'])} onClick={onSelect}>
      {children}
    </Menu.Item>
  )
}
