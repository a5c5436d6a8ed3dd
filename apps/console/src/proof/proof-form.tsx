/** Proving that it is you for one purpose: the choice of a method, and what each method asks for. */
import { RadioGroup, Skeleton } from '@sallyport/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import styles from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import { CodeProof } from './code-proof.tsx'
import type { Choice, MethodProps, Status } from './method-props.ts'
import { NoMeansNote } from './no-means-note.tsx'
import { QuestionsProof } from './questions-proof.tsx'
import { TypedProof } from './typed-proof.tsx'

type ProofFormProps = Omit<MethodProps, 'choice' | 'onProven'> & {
  /** Told once when nothing more need be proven, also when nothing needed to be. */
  readonly onProven: () => void
  /** What stands where there is no way to prove it; else the advice to set up virtual MFA. */
  readonly noWay?: ReactNode
}

/** Begins with the method that a code is on its way by, else with the first. */
export function ProofForm({ purpose, submitLabel, onProven, onCancel, noWay }: ProofFormProps) {
  const { site, security } = useTexts()
  const client = useQueryClient()
  const status = useAsk('GET /api/verification/:purpose', { params: { purpose } })
  const [chosen, setChosen] = useState<Choice['method'] | null>(null)
  const given = status.data?.needed === false
  const told = useRef(false)
  useEffect(() => {
    if (!given || told.current) return
    told.current = true
    onProven()
  }, [given, onProven])

  if (status.data === undefined)
    return status.error === null ? (
      <Skeleton height={260} />
    ) : (
      <AskFault refused={status.error} onAgain={() => void status.refetch()} />
    )
  const { methods, codeSent } = status.data
  const choice =
    methods.find(({ method }) => method === chosen) ??
    methods.find(({ method }) => method === codeSent?.method) ??
    methods[0]
  if (choice === undefined) return given ? null : (noWay ?? <NoMeansNote onCancel={onCancel} />)

  function prove(next: Status) {
    client.setQueryData<Status>(['GET /api/verification/:purpose', { purpose }, null], next)
  }
  const parts = { purpose, choice, submitLabel, onProven: prove, onCancel }
  return (
    <div className={styles['form']}>
      <RadioGroup
        legend={security.proof.method}
        value={choice.method}
        onChange={setChosen}
        options={methods.map((one) => ({
          value: one.method,
          label: site.methods[one.method],
          description: hintOf(one, security.proof),
        }))}
      />
      {choice.method === 'security_questions' ? (
        <QuestionsProof {...parts} />
      ) : choice.method === 'email' || choice.method === 'phone' ? (
        <CodeProof key={choice.method} {...parts} codeSent={codeSent} />
      ) : (
        <TypedProof key={choice.method} {...parts} />
      )}
    </div>
  )
}

function hintOf(
  { method, hint, codesLeft }: Choice,
  words: ReturnType<typeof useTexts>['security']['proof'],
): string {
  switch (method) {
    case 'email':
      return words.emailHint(hint ?? '')
    case 'phone':
      return words.phoneHint(hint ?? '')
    case 'security_questions':
      return words.questionsHint
    case 'virtual_mfa':
      return words.mfaHint
    case 'recovery_code':
      return words.recoveryHint(codesLeft ?? 0)
  }
}
