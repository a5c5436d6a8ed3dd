/** Enters a key by hand. */
import { Button, Notice, PasswordField, TextField } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import { Frame } from '../../host/frame.tsx'
import { useView } from '../../host/view.ts'
import styles from '../add.module.css'
import { useTakeIn } from '../read/use-take-in.ts'
import { useAddTexts } from '../use-add-texts.ts'
import { AdvancedFields } from './advanced-fields.tsx'
import { KeyField } from './key-field.tsx'
import { draftOfForm, emptyForm, type FormProblems, formOfLink, type ManualForm } from './manual-form.ts'

export function ManualView() {
  const { manual: words, taken, pin: pinWords } = useAddTexts()
  const { back, home } = useView()
  const { add, isHere } = useTakeIn()
  const [form, setForm] = useState(emptyForm)
  const [problems, setProblems] = useState<FormProblems>({})
  const [sentence, setSentence] = useState<{ readonly tone: 'bad' | 'idle'; readonly text: string }>()
  const [isOpen, setIsOpen] = useState(false)
  const [busy, setBusy] = useState(false)

  function change(patch: Partial<ManualForm>): void {
    const next = { ...form, ...patch }
    const filled = patch.key === undefined ? undefined : formOfLink(patch.key, form)
    setForm(filled ?? next)
    setSentence(filled && { tone: 'idle', text: words.filled })
    setProblems(withoutChanged(problems, filled === undefined ? patch : next))
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const read = draftOfForm(form)
    if (!read.ok) {
      setProblems(read.problems)
      const { digits, period, counter } = read.problems
      if (digits || period || counter) setIsOpen(true)
      return
    }
    setProblems({})
    if (isHere(read.draft)) return setSentence({ tone: 'bad', text: words.same })
    setBusy(true)
    try {
      const added = await add([read.draft])
      if (added === undefined) setSentence({ tone: 'bad', text: taken.notSaved })
      else home()
    } finally {
      setBusy(false)
    }
  }

  const wantsPin = form.kind === 'yandex' || form.kind === 'motp'
  return (
    <Frame title={words.heading} onBack={back}>
      <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        {sentence !== undefined && <Notice tone={sentence.tone}>{sentence.text}</Notice>}
        <TextField
          label={words.account}
          name="account"
          value={form.account}
          onChange={(account) => change({ account })}
          description={words.accountWhat}
          error={problems.name && words.nameMissing}
          autoComplete="off"
          autoFocus
        />
        <TextField
          label={words.issuer}
          name="issuer"
          value={form.issuer}
          onChange={(issuer) => change({ issuer })}
          description={words.issuerWhat}
          autoComplete="off"
          autoCapitalize="words"
        />
        <KeyField
          value={form.key}
          kind={form.kind}
          problem={problems.key}
          onChange={(key) => change({ key })}
        />
        {wantsPin && (
          <PasswordField
            label={words.pin}
            name="pin"
            value={form.pin}
            onChange={(pin) => change({ pin })}
            autoComplete="off"
            error={problems.pin && pinWords.bad}
          />
        )}
        <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className={styles['summary']}>{words.advanced}</summary>
          <AdvancedFields form={form} problems={problems} onChange={change} />
        </details>
        <div className={styles['buttons']}>
          <Button kind="filled" type="submit" busy={busy}>
            {words.add}
          </Button>
        </div>
      </form>
    </Frame>
  )
}

/** An error goes when its own field is changed, and not before. */
function withoutChanged(problems: FormProblems, patch: Partial<ManualForm>): FormProblems {
  const changed = new Set<string>(Object.keys(patch))
  if (changed.has('account') || changed.has('issuer')) changed.add('name')
  return Object.fromEntries(Object.entries(problems).filter(([name]) => !changed.has(name)))
}
