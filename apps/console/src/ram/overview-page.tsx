/** `/ram` overview. */
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Its heading. */
export function OverviewPage() {
  const { ram } = useTexts()
  return <PageHead title={ram.overview.title} />
}
