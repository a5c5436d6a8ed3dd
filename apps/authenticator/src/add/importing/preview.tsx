/** The entries of the files, each with its verdict, to be chosen from and added. */
import { Badge, Button, CheckBox, Notice, type Tone } from '@sallyport/ui'
import type { DuplicateMark, EntryDraft } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import addStyles from '../add.module.css'
import { codeWords, shownName } from '../read/entry-words.ts'
import { PinField } from '../read/pin-field.tsx'
import { useAddTexts } from '../use-add-texts.ts'
import styles from './import.module.css'
import { type Choices, chosenDrafts, type ImportRow, isChosen, noChoices } from './import-rows.ts'

const TONES: Readonly<Record<DuplicateMark, Tone>> = { new: 'good', same: 'idle', changed: 'warn' }

export function Preview({
  rows,
  onAdd,
}: {
  readonly rows: readonly ImportRow[]
  /** False where the browser could not keep them. */
  readonly onAdd: (drafts: readonly EntryDraft[]) => Promise<boolean>
}) {
  const { importing: words, taken } = useAddTexts()
  const [choices, setChoices] = useState<Choices>(noChoices)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const { drafts, wantPin } = chosenDrafts(rows, choices)
  const count = drafts.length + wantPin.length

  function choose(keys: readonly string[], chosen: boolean): void {
    const changed = Object.fromEntries(keys.map((key) => [key, chosen]))
    setChoices({ ...choices, chosen: { ...choices.chosen, ...changed } })
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || count === 0 || wantPin.length > 0) return
    setBusy(true)
    const stored = await onAdd(drafts)
    setBusy(false)
    setFailed(!stored)
  }

  const keys = rows.map(({ key }) => key)
  return (
    <form className={addStyles['form']} onSubmit={(event) => void submit(event)}>
      {failed && <Notice tone="bad">{taken.notSaved}</Notice>}
      <ul className={styles['rows']} aria-label={words.list}>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            chosen={isChosen(row, choices)}
            pin={choices.pins[row.key] ?? ''}
            onChoose={(chosen) => choose([row.key], chosen)}
            onPin={(pin) => setChoices({ ...choices, pins: { ...choices.pins, [row.key]: pin } })}
          />
        ))}
      </ul>
      <div className={styles['foot']}>
        <Button kind="filled" type="submit" busy={busy} disabled={count === 0 || wantPin.length > 0}>
          {words.add(count)}
        </Button>
        <Button onClick={() => choose(keys, count < rows.length)}>
          {count < rows.length ? words.all : words.noneChosen}
        </Button>
        {wantPin.length > 0 && (
          <p className={addStyles['soft']} role="status">
            {words.pinWanted(wantPin.length)}
          </p>
        )}
      </div>
    </form>
  )
}

function Row({
  row: { entry, mark },
  chosen,
  pin,
  onChoose,
  onPin,
}: {
  readonly row: ImportRow
  readonly chosen: boolean
  readonly pin: string
  readonly onChoose: (chosen: boolean) => void
  readonly onPin: (pin: string) => void
}) {
  const texts = useAddTexts()
  const { draft, needsPin, removed } = entry
  return (
    <li className={styles['row']}>
      <CheckBox
        label={shownName(draft, texts)}
        description={[codeWords(draft, texts), ...(removed ? [texts.importing.inBin] : [])].join(' · ')}
        checked={chosen}
        onChange={onChoose}
      />
      <Badge tone={TONES[mark]}>{texts.importing.verdict[mark]}</Badge>
      {needsPin && chosen && (
        <div className={styles['pin']}>
          <PinField draft={draft} pin={pin} onChange={onPin} />
        </div>
      )}
    </li>
  )
}
