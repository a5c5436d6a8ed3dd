/** Proof by the answers to the three security questions, given as one set. */
import { FormError, TextField } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import styles from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { deadAtZero } from '../sign-in/dead-at-zero.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { MethodActions } from './method-actions.tsx'
import type { MethodProps } from './method-props.ts'
import { useQuestionWords } from './use-question-words.ts'

/** The refusal is about the set: which answer was wrong is nobody's to know. */
export function QuestionsProof({ purpose, choice, submitLabel, onProven, onCancel }: MethodProps) {
  const { site, security, refusals } = useTexts()
  const words = useQuestionWords()
  const prove = useAct('POST /api/verification/:purpose/prove')
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const { form, seek } = useWrongFocus()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const given = choice.questions.map((id) => answers[id] ?? '')
    setTried(true)
    if (given.some((answer) => answer.trim() === '')) {
      prove.forget()
      return seek()
    }
    const next = await prove.run({
      params: { purpose },
      body: { method: 'security_questions', answers: given },
    })
    if (next !== null) onProven(next)
  }

  const refused = deadAtZero(prove.refused)
  return (
    <form ref={form} className={styles['form']} method="post" onSubmit={submit} noValidate>
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
          error={tried && (answers[id] ?? '').trim() === '' ? site.empty.answer : null}
        />
      ))}
      {refused !== null && (
        <FormError>
          {refused.code === 'attempt_dead' ? security.proof.dead : sentenceOf(refused, refusals)}
        </FormError>
      )}
      <MethodActions label={submitLabel} busy={prove.busy} onCancel={onCancel} />
    </form>
  )
}
