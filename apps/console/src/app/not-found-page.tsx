/** What stands at an address where nothing is. */
import { buttonClass } from '@sallyport/ui'
import { Link } from 'react-router'
import { useTexts } from '../text/use-texts.tsx'
import { PageHead } from './page-head.tsx'

/** Leads back to the security page. */
export function NotFoundPage() {
  const { security } = useTexts()
  return (
    <>
      <PageHead title={security.frame.notFoundTitle}>{security.frame.notFoundBody}</PageHead>
      <div>
        <Link className={buttonClass({ kind: 'filled' })} to="/security">
          {security.frame.toSecurity}
        </Link>
      </div>
    </>
  )
}
