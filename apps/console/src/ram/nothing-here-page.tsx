/** What stands in the RAM console at an address where nothing is. */
import { buttonClass } from '@sallyport/ui'
import { Link } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Leads to the overview; the places stay beside it. */
export function NothingHerePage() {
  const { ram, security } = useTexts()
  return (
    <>
      <PageHead title={security.frame.notFoundTitle}>{ram.notFoundBody}</PageHead>
      <div>
        <Link className={buttonClass({ kind: 'filled' })} to="/ram">
          {ram.toOverview}
        </Link>
      </div>
    </>
  )
}
