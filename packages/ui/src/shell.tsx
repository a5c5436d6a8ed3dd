/** The frame of the signed-in pages: a bar of 56 px with mark, places and account, the page, and a foot. */
import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { Mark } from './mark.tsx'
import menuStyles from './menu.module.css'
import styles from './shell.module.css'
import { useUiWords } from './ui-words.tsx'

/** Who is signed in, and the way out. */
export type ShellAccount = {
  readonly name: string
  readonly signOutLabel: string
  readonly onSignOut: () => void
  readonly signingOut?: boolean | undefined
}

type ShellProps = {
  /** The product's name on this server. */
  readonly name: string
  readonly homeHref?: string | undefined
  /** Links; the one of this page bears `aria-current="page"`. On narrow screens they move into the account's panel. */
  readonly nav?: ReactNode
  readonly account?: ShellAccount | undefined
  readonly foot?: ReactNode
  /** `medium` 760 px for one thing at a time, `wide` 1,120 px for tables, `full` for these with places beside them; else 860 px. */
  readonly width?: 'medium' | 'wide' | 'full' | undefined
  readonly children: ReactNode
}

/** On narrow screens places and Sign out stand in a panel that the account's button opens. */
export function Shell({ name, homeHref, nav, account, foot, width, children }: ShellProps) {
  return (
    <div className={styles['shell']}>
      <header className={styles['bar']}>
        <Mark name={name} href={homeHref} />
        {nav !== undefined && <nav className={classes(styles['nav'], styles['wide'])}>{nav}</nav>}
        {account !== undefined && (
          <div className={styles['account']}>
            <span className={classes(styles['who'], styles['wide'])} title={account.name}>
              {account.name}
            </span>
            <span className={styles['wide']}>
              <SignOut account={account} />
            </span>
            <AccountPanel account={account} nav={nav} />
          </div>
        )}
      </header>
      <main
        className={classes(
          styles['main'],
          width === 'medium' && styles['medium'],
          width === 'wide' && styles['broad'],
          width === 'full' && styles['full'],
        )}
      >
        {children}
      </main>
      <footer className={styles['foot']}>{foot}</footer>
    </div>
  )
}

function SignOut({ account }: { readonly account: ShellAccount }) {
  return (
    <Button kind="quiet" size="small" busy={account.signingOut} onClick={account.onSignOut}>
      {account.signOutLabel}
    </Button>
  )
}

function AccountPanel({ account, nav }: { readonly account: ShellAccount; readonly nav: ReactNode }) {
  const words = useUiWords()
  return (
    <Popover.Root>
      <Popover.Trigger className={classes(styles['avatar'], styles['narrow'])} aria-label={words.account}>
        <span aria-hidden="true">{account.name.slice(0, 2).toUpperCase()}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menuStyles['positioner']} sideOffset={8} align="end">
          <Popover.Popup className={menuStyles['popup']} aria-label={words.account}>
            <div className={styles['panel']}>
              <span className={styles['who']}>{account.name}</span>
              {nav !== undefined && <nav className={styles['panelNav']}>{nav}</nav>}
              <SignOut account={account} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
