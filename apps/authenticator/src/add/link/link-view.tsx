/** Shows what a link or a pasted text hands over, and adds it only when told to. */
import { Button, Notice } from '@sallyport/ui'
import type { EntryDraft } from '@sallyport/vault'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Frame } from '../../host/frame.tsx'
import { useView } from '../../host/view.ts'
import styles from '../add.module.css'
import { unfinished } from '../read/batch-progress.ts'
import { codeWords, shownName } from '../read/entry-words.ts'
import type { Intake } from '../read/intake.ts'
import { PinField } from '../read/pin-field.tsx'
import { ReadNotes } from '../read/read-notes.tsx'
import { useTakeIn } from '../read/use-take-in.ts'
import { withPin } from '../read/with-pin.ts'
import { useAddTexts } from '../use-add-texts.ts'

/** @param uri one a line, where there are several */
export function LinkView({ uri }: { readonly uri: string }) {
  const texts = useAddTexts()
  const { link: words, taken } = texts
  const { home } = useView()
  const { look, add } = useTakeIn()
  const [intake, setIntake] = useState<Intake>()
  const [pins, setPins] = useState<Readonly<Record<number, string>>>({})
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const looking = useRef(look)
  useEffect(() => {
    let isLate = false
    void looking.current(uri.split('\n')).then((read) => {
      if (!isLate) setIntake(read)
    })
    return () => {
      isLate = true
    }
  }, [uri])

  if (intake === undefined) return <Frame busy />
  const drafts = intake.fresh.map((entry, index) => withPin(entry, pins[index] ?? ''))
  const whole = drafts.filter((draft): draft is EntryDraft => draft !== undefined)
  const wanting = unfinished(intake.batches)
  const batch = wanting && (
    <Notice tone="warn">{taken.batch(wanting.read, wanting.of, wanting.missing)}</Notice>
  )

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || whole.length < drafts.length) return
    setBusy(true)
    try {
      const added = await add(whole)
      if (added === undefined) setFailed(true)
      else home()
    } finally {
      setBusy(false)
    }
  }

  const { fresh, same } = intake
  const isUnread = same.length === 0 || intake.foreign.length + intake.failures.length > 0
  const isMany = fresh.length > 1
  if (fresh.length === 0)
    return (
      <Frame title={isUnread ? (same.length > 0 ? words.partly : words.nothing) : sameTitle(same)}>
        {!isUnread && <p>{words.same}</p>}
        <ReadNotes {...intake} />
        {batch}
        <div className={styles['buttons']}>
          <Button kind="filled" onClick={home}>
            {words.toList}
          </Button>
        </div>
      </Frame>
    )
  return (
    <Frame title={isMany ? words.headingMany(fresh.length) : words.heading}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p>{isMany ? words.leadMany : words.lead}</p>
        {failed && <Notice tone="bad">{taken.notSaved}</Notice>}
        <ReadNotes {...intake} />
        {batch}
        <ul className={styles['entries']}>
          {fresh.map(({ draft, needsPin }, index) => (
            <li key={`${draft.secret} ${draft.issuer} ${draft.account}`}>
              <div>
                <div className={styles['name']}>{shownName(draft, texts)}</div>
                <div className={styles['soft']}>{codeWords(draft, texts)}</div>
              </div>
              {needsPin && (
                <PinField
                  draft={draft}
                  pin={pins[index] ?? ''}
                  onChange={(pin) => setPins({ ...pins, [index]: pin })}
                />
              )}
            </li>
          ))}
        </ul>
        <div className={styles['buttons']}>
          <Button kind="filled" type="submit" busy={busy} disabled={whole.length < drafts.length}>
            {words.add}
          </Button>
          <Button onClick={home}>{words.cancel}</Button>
        </div>
      </form>
    </Frame>
  )

  function sameTitle(here: readonly EntryDraft[]): string {
    const [first] = here
    return here.length === 1 && first !== undefined
      ? taken.same(shownName(first, texts))
      : taken.sameMany(here.length)
  }
}
