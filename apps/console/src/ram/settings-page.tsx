/** `/ram` settings. */
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Its heading. */
export function SettingsPage() {
  const { ram } = useTexts()
  return <PageHead title={ram.settings.title} />
}
