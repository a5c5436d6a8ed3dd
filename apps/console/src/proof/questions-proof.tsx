/** Proof by the answers to the three security questions, given as one set. */
import { FormError, TextField } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import styles from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { MethodActions } from './method-actions.tsx'
import type { MethodProps } from './method-props.ts'
import { useQuestionWords } from './use-question-words.ts'

/** The refusal is about the set: which answer was wrong is nobody's to know. */
export function QuestionsProof({ purpose, choice, submitLabel, onProven, onCancel }: MethodProps) {
  const { refusals } = useTexts()
  const words = useQuestionWords()
  const prove = useAct('POST /api/verification/:purpose/prove')
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})

  async function submit(event: FormEvent) {
    event.preventDefault()
    const given = choice.questions.map((id) => answers[id] ?? '')
    if (given.some((answer) => answer.trim() === '')) return
    const next = await prove.run({
      params: { purpose },
      body: { method: 'security_questions', answers: given },
    })
    if (next !== null) onProven(next)
  }

  return (
    <form className={styles['form']} method="post" onSubmit={submit}>
      {choice.questions.map((id, index) => (
        <TextField
          key={id}
          label={words(id)}
          name={id}
          value={answers[id] ?? ''}
          onChange={(answer) => {
            setAnswers({ ...answers, [id]: answer })
            prove.forget()
          }}
          autoFocus={index === 0}
          autoComplete="off"
          maxLength={256}
          required
        />
      ))}
      {prove.refused !== null && <FormError>{sentenceOf(prove.refused, refusals)}</FormError>}
      <MethodActions label={submitLabel} busy={prove.busy} onCancel={onCancel} />
    </form>
  )
}
