/** What stands where a page broke. */
import { Button } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import { PageHead } from './page-head.tsx'

/** Says that nothing changed, and loads again. */
export function FaultPage() {
  const { security } = useTexts()
  return (
    <>
      <PageHead title={security.frame.faultTitle}>{security.frame.faultBody}</PageHead>
      <div>
        <Button kind="filled" onClick={() => location.reload()}>
          {security.frame.reload}
        </Button>
      </div>
    </>
  )
}
