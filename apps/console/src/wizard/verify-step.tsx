/** The wizard's first step: proving that the account is yours. */
import { Card } from '@sallyport/ui'
import { PageHead } from '../app/page-head.tsx'
import { ProofForm } from '../proof/proof-form.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { NoWayNote } from './no-way-note.tsx'

/** Left out when nothing need be proven; survives a reload. */
export function VerifyStep({
  focus,
  onVerified,
  onCancel,
}: {
  /** The step after was in view and had the focus. */
  readonly focus: boolean
  readonly onVerified: () => void
  /** Absent where there is nothing to go back to. */
  readonly onCancel: (() => void) | undefined
}) {
  const { wizard } = useTexts()
  return (
    <>
      <PageHead title={wizard.verify.title} focus={focus}>
        {wizard.verify.lead}
      </PageHead>
      <Card padded>
        <ProofForm
          purpose="bind_mfa"
          submitLabel={wizard.verify.next}
          onProven={onVerified}
          onCancel={onCancel}
          noWay={<NoWayNote onCancel={onCancel} />}
        />
      </Card>
    </>
  )
}
