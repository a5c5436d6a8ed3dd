/** `/ram` report. */
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Its heading. */
export function ReportPage() {
  const { ram } = useTexts()
  return <PageHead title={ram.report.title} />
}
