/** The entries of the files, each with its verdict, to be chosen from and added. */
import { Button, Notice } from '@sallyport/ui'
import type { EntryDraft } from '@sallyport/vault'
import { type FormEvent, useCallback, useState } from 'react'
import addStyles from '../add.module.css'
import { useAddTexts } from '../use-add-texts.ts'
import styles from './import.module.css'
import { type Choices, chosenDrafts, type ImportRow, isChosen, noChoices } from './import-rows.ts'
import { PreviewRow } from './preview-row.tsx'
import { useGrowing } from './use-growing.ts'

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

  const { shown, end } = useGrowing(rows.length)

  const choose = useCallback((key: string, chosen: boolean) => {
    setChoices((now) => ({ ...now, chosen: { ...now.chosen, [key]: chosen } }))
  }, [])
  const typePin = useCallback((key: string, pin: string) => {
    setChoices((now) => ({ ...now, pins: { ...now.pins, [key]: pin } }))
  }, [])

  function chooseAll(chosen: boolean): void {
    setChoices({ ...choices, chosen: Object.fromEntries(rows.map(({ key }) => [key, chosen])) })
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || count === 0 || wantPin.length > 0) return
    setBusy(true)
    try {
      setFailed(!(await onAdd(drafts)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={addStyles['form']} onSubmit={(event) => void submit(event)}>
      {failed && <Notice tone="bad">{taken.notSaved}</Notice>}
      <ul className={styles['rows']} aria-label={words.list}>
        {rows.slice(0, shown).map((row) => (
          <PreviewRow
            key={row.key}
            row={row}
            chosen={isChosen(row, choices)}
            pin={choices.pins[row.key] ?? ''}
            onChoose={choose}
            onPin={typePin}
          />
        ))}
      </ul>
      <div ref={end} />
      <div className={styles['foot']}>
        <Button kind="filled" type="submit" busy={busy} disabled={count === 0 || wantPin.length > 0}>
          {count === 0 ? words.addNone : words.add(count)}
        </Button>
        <Button onClick={() => chooseAll(count < rows.length)}>
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
