/** `/security/questions`: the three security questions, set, changed or removed, with plain words on how weak they are. */
import { Button, Card, EmptyState, Notice, Skeleton, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { ConfirmGate } from '../proof/confirm-gate.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { QuestionsForm } from './questions-form.tsx'

/** Confirms first where that is due. */
export function QuestionsPage() {
  const { security } = useTexts()
  const words = security.questions
  const navigate = useNavigate()
  const overview = useAsk('GET /api/security')
  const catalogue = useAsk('GET /api/security-questions/catalogue', { keep: Number.POSITIVE_INFINITY })
  const off = overview.data?.securityQuestions.allowed === false
  const set = (overview.data?.securityQuestions.setAt ?? null) !== null

  function leave() {
    navigate('/security')
  }
  if (off)
    return (
      <>
        <PageHead title={security.overview.questions} back />
        <Card>
          <EmptyState title={words.offTitle}>{set ? words.offBodySet : words.offBody}</EmptyState>
        </Card>
        {set && (
          <ConfirmGate purpose="set_security_questions" onCancel={leave}>
            <RemoveQuestions onRemoved={leave} />
          </ConfirmGate>
        )}
      </>
    )
  return (
    <>
      <PageHead title={set ? words.changeTitle : words.setTitle} back />
      <div className={pages['column']}>
        <Notice tone="warn" title={words.weaker}>
          {words.lead}
        </Notice>
      </div>
      <ConfirmGate purpose="set_security_questions" onCancel={leave}>
        {catalogue.data !== undefined ? (
          <Card padded>
            <QuestionsForm ids={catalogue.data.map(({ id }) => id)} onDone={leave} onCancel={leave} />
          </Card>
        ) : catalogue.error !== null ? (
          <AskFault refused={catalogue.error} onAgain={() => void catalogue.refetch()} />
        ) : (
          <Skeleton height={640} />
        )}
        {set && <RemoveQuestions onRemoved={leave} />}
      </ConfirmGate>
    </>
  )
}

function RemoveQuestions({ onRemoved }: { readonly onRemoved: () => void }) {
  const { security } = useTexts()
  const words = security.questions
  const toast = useToast()
  const remove = useAct('DELETE /api/security-questions', 'set_security_questions')
  const [open, setOpen] = useState(false)
  async function yes() {
    if ((await remove.run()) === null) return
    setOpen(false)
    toast({ message: words.removed, movesOn: true })
    onRemoved()
  }
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {words.remove}
      </Button>
      <AskDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.removeTitle}
        verb={words.removeVerb}
        act={remove}
        onYes={() => void yes()}
      >
        {words.removeBody}
      </AskDialog>
    </div>
  )
}
