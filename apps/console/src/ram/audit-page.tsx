/** `/ram` audit. */
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Its heading. */
export function AuditPage() {
  const { ram } = useTexts()
  return <PageHead title={ram.audit.title} />
}
