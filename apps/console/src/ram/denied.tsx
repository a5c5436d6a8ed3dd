/** What stands at a place that one's role does not open. */
import { buttonClass } from '@sallyport/ui'
import { Link } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Says whom to ask, and leads to what everybody may open. */
export function Denied() {
  const { ram } = useTexts()
  return (
    <>
      <PageHead title={ram.deniedTitle}>{ram.deniedBody}</PageHead>
      <div>
        <Link className={buttonClass()} to="/ram">
          {ram.toOverview}
        </Link>
      </div>
    </>
  )
}
