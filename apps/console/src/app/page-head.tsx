/** The top of a page: the tab's title, the way back, the heading, what the page is for. */
import { Heading } from '@sallyport/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { useTexts } from '../text/use-texts.tsx'
import styles from './pages.module.css'
import { useSite } from './use-site.ts'

/** After a move inside the console the heading takes focus, so that a screen reader says where one is. */
export function PageHead({
  title,
  back = false,
  focus = false,
  children,
}: {
  readonly title: string
  /** A link to the security page above the heading. */
  readonly back?: boolean
  /** The heading takes focus also without such a move: what had it is no more. */
  readonly focus?: boolean
  readonly children?: ReactNode
}) {
  const { security } = useTexts()
  const site = useSite()
  const moved = useMovedHere()
  useEffect(() => {
    document.title = site === undefined ? title : `${title} · ${site.name}`
  }, [title, site])
  return (
    <div className={styles['head']}>
      {back && (
        <Link className={styles['back']} to="/security">
          ← {security.frame.back}
        </Link>
      )}
      <Heading focus={moved || focus}>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
    </div>
  )
}

/** Whether a move inside the console led to this path; a filter that changes the query alone is no move. */
function useMovedHere(): boolean {
  const { pathname } = useLocation()
  const moved = useNavigationType() !== 'POP'
  const [arrival, setArrival] = useState({ pathname, moved })
  if (arrival.pathname !== pathname) setArrival({ pathname, moved })
  return arrival.moved
}
