/** What stands around every page of the RAM console: its places, on the left or on narrow screens in a strip. */
import { may, type Permission } from '@sallyport/contract/permissions'
import { Skeleton } from '@sallyport/ui'
import { useEffect, useRef } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { leaveWhereDue } from '../app/leave-where-due.ts'
import { useAsk } from '../app/use-ask.ts'
import { type Me, useMe } from '../app/use-me.ts'
import type { RamTexts } from '../text/en-ram.ts'
import { useTexts } from '../text/use-texts.tsx'
import { Denied } from './denied.tsx'
import styles from './ram.module.css'

type PlaceName = Exclude<keyof RamTexts['places'], 'label'>

const places: readonly { readonly name: PlaceName; readonly to: string; readonly needs: Permission }[] = [
  { name: 'overview', to: '/ram', needs: 'users.read' },
  { name: 'users', to: '/ram/users', needs: 'users.read' },
  { name: 'groups', to: '/ram/groups', needs: 'groups.read' },
  { name: 'settings', to: '/ram/settings', needs: 'settings.read' },
  { name: 'report', to: '/ram/report', needs: 'report.read' },
  { name: 'audit', to: '/ram/audit', needs: 'audit.read' },
]

/** Only places that the role opens are offered. */
export function RamFrame() {
  const { ram } = useTexts()
  const { pathname } = useLocation()
  const who = useAsk('GET /api/sign-in')
  const me = useMe()
  const here = places.findLast(({ to }) => isAt(to, pathname))
  const signedOut = who.data !== undefined && me === undefined
  const strip = useRef<HTMLElement>(null)
  const shown = me !== undefined
  useEffect(() => {
    const link = shown ? strip.current?.querySelector<HTMLElement>('[aria-current]') : null
    if (link && strip.current) strip.current.scrollLeft = link.offsetLeft - strip.current.offsetLeft - 16
  }, [shown])
  useEffect(() => {
    if (signedOut) leaveWhereDue({ code: 'sign_in_needed' })
  }, [signedOut])
  return (
    <div className={styles['frame']}>
      <nav ref={strip} className={styles['places']} aria-label={ram.places.label}>
        {me !== undefined &&
          places
            .filter(({ needs }) => may(me.role, needs))
            .map(({ name, to }) => (
              <Link key={name} to={to} aria-current={here?.name === name ? 'page' : undefined}>
                {ram.places[name]}
              </Link>
            ))}
      </nav>
      <div className={styles['page']}>
        {who.error !== null && who.data === undefined ? (
          <AskFault refused={who.error} onAgain={() => void who.refetch()} />
        ) : me === undefined ? (
          <Skeleton height={480} />
        ) : (
          <Allowed me={me} needs={here?.needs ?? 'users.read'} />
        )}
      </div>
    </div>
  )
}

function Allowed({ me, needs }: { readonly me: Me; readonly needs: Permission }) {
  return may(me.role, needs) ? <Outlet /> : <Denied />
}

/** The overview stands above the others without holding them. */
function isAt(place: string, pathname: string): boolean {
  const path = pathname.replace(/\/$/, '')
  return path === place || (place !== '/ram' && path.startsWith(`${place}/`))
}
