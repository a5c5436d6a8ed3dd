/** Three questions chosen from the catalogue, each with its answer. */
import { Button, FormError, SelectField, TextField, useToast } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { useQuestionWords } from '../proof/use-question-words.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { answerFieldOf } from './answer-field-of.ts'

type Row = { readonly key: number; readonly id: string; readonly answer: string }

const empty: readonly Row[] = [1, 2, 3].map((key) => ({ key, id: '', answer: '' }))

/** A question that another row has chosen cannot be chosen twice. */
export function QuestionsForm({
  ids,
  onDone,
  onCancel,
}: {
  readonly ids: readonly string[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const { security, site, refusals } = useTexts()
  const words = security.questions
  const questionWords = useQuestionWords()
  const toast = useToast()
  const save = useAct('PUT /api/security-questions', 'set_security_questions')
  const [rows, setRows] = useState(empty)
  const [tried, setTried] = useState(false)
  const { form, seek } = useWrongFocus()
  const { refused } = save
  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const place = refused === null ? null : answerFieldOf(refused, rows)

  /** The refusal of this row, or of the set, no longer says what stands here. */
  function edit(key: number, change: Partial<Row>) {
    if (place === null || rows[place]?.key === key) save.forget()
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    save.forget()
    if (rows.some(({ id, answer }) => id === '' || answer.trim() === '')) return seek()
    const body = { questions: rows.map(({ id, answer }) => ({ id, answer })) }
    const done = await save.run({ body }, seek)
    if (done === null) return
    toast({ message: words.done, movesOn: true })
    onDone()
  }

  return (
    <form ref={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
      {rows.map(({ key, id, answer }, index) => (
        <div key={key} className={pages['form']}>
          <SelectField
            label={words.question(key)}
            name={`question-${key}`}
            value={id}
            onChange={(next) => edit(key, { id: next })}
            placeholder={words.choose}
            options={ids.map((value) => ({
              value,
              label: questionWords(value),
              disabled: rows.some((row) => row.key !== key && row.id === value),
            }))}
            error={tried && id === '' ? words.chooseError : null}
          />
          <TextField
            label={words.answer(key)}
            name={`answer-${key}`}
            value={answer}
            onChange={(next) => edit(key, { answer: next })}
            autoComplete="off"
            maxLength={256}
            description={index === 0 && !tried ? words.answerHint : undefined}
            error={place === index ? sentence : tried && answer.trim() === '' ? site.empty.answer : null}
          />
        </div>
      ))}
      {sentence !== null && place === null && <FormError>{sentence}</FormError>}
      <div className={pages['actions']}>
        <Button onClick={onCancel}>{security.frame.cancel}</Button>
        <Button kind="filled" type="submit" busy={save.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
