/** Scans: the account in front of the camera is added by itself, and shown in the list at once. */
import { Button, Notice } from '@sallyport/ui'
import type { Entry, EntryDraft, MigrationBatch } from '@sallyport/vault'
import { useEffect, useRef, useState } from 'react'
import { Frame } from '../../host/frame.tsx'
import { useView } from '../../host/view.ts'
import styles from '../add.module.css'
import { readPictureFiles } from '../decode/read-picture-files.ts'
import { textsOf } from '../paste/texts-of.ts'
import { unfinished } from '../read/batch-progress.ts'
import type { Intake } from '../read/intake.ts'
import { ReadNotes } from '../read/read-notes.tsx'
import { useTakeIn } from '../read/use-take-in.ts'
import { useAddTexts } from '../use-add-texts.ts'
import { CameraProblemNotice } from './camera-problem.tsx'
import { Finder } from './finder.tsx'
import { PictureButtons } from './picture-buttons.tsx'
import { useCamera } from './use-camera.ts'
import { useFrames } from './use-frames.ts'

export function ScanView() {
  const { scan: words, taken, link } = useAddTexts()
  const { go, back, home } = useView()
  const { take, say } = useTakeIn()
  const camera = useCamera()
  const [notes, setNotes] = useState<Pick<Intake, 'foreign' | 'failures'>>()
  const [batches, setBatches] = useState<readonly MigrationBatch[]>([])
  const [sentence, setSentence] = useState<string>()
  const [reading, setReading] = useState(false)
  const seen = useRef(new Set<string>())
  const unsaid = useRef<readonly Entry[]>([])
  const isGone = useRef(false)

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  /** Says once what all of an export's pictures have brought. */
  function leave(same: readonly EntryDraft[], to?: () => void): void {
    say(unsaid.current, same)
    unsaid.current = []
    to?.()
  }

  /** What was read before is not read again, so that a code which stays in sight is taken once. */
  async function takeTexts(texts: readonly string[]): Promise<void> {
    const unseen = texts.filter((text) => !seen.current.has(text))
    if (unseen.length === 0 || isGone.current) return
    for (const text of unseen) seen.current.add(text)
    const { intake, added, stored } = await take(unseen)
    if (!stored) {
      for (const text of unseen) seen.current.delete(text)
      return setSentence(taken.notSaved)
    }
    setSentence(undefined)
    unsaid.current = [...unsaid.current, ...added]
    if (intake.fresh.some(({ needsPin }) => needsPin)) {
      leave([])
      return go({ name: 'link', uri: unseen.join('\n') })
    }
    const collected = [...batches, ...intake.batches]
    setBatches(collected)
    setNotes(intake)
    const isClean = intake.foreign.length === 0 && intake.failures.length === 0
    if (isClean && unfinished(collected) === undefined) leave(intake.same, home)
  }

  async function takePictures(files: readonly Blob[]): Promise<void> {
    setReading(true)
    try {
      const { texts, unreadable } = await readPictureFiles(files)
      if (texts.length === 0) return setSentence(unreadable > 0 ? words.noPicture : words.noCode)
      for (const text of texts) seen.current.delete(text)
      await takeTexts(texts)
    } finally {
      setReading(false)
    }
  }

  function takeText(text: string): void {
    const texts = textsOf(text)
    if (texts.length === 0) setSentence(words.nothingPasted)
    for (const one of texts) seen.current.delete(one)
    void takeTexts(texts)
  }

  const { now, video, retry } = camera
  useFrames(video, now.state === 'on', takeTexts)
  const wanting = unfinished(batches)
  return (
    <Frame
      title={words.heading}
      onBack={() => leave([], back)}
      foot={
        <>
          <PictureButtons
            busy={reading}
            onPictures={(files) => void takePictures(files)}
            onText={takeText}
            onProblem={setSentence}
          />
          <Button onClick={() => go({ name: 'by_hand' })}>{words.byHand}</Button>
        </>
      }
    >
      {sentence !== undefined && <Notice tone="bad">{sentence}</Notice>}
      {notes !== undefined && <ReadNotes {...notes} />}
      {(wanting !== undefined || (notes?.failures.length ?? 0) > 0) && (
        <Notice
          tone={wanting === undefined ? 'idle' : 'warn'}
          title={wanting && taken.batch(wanting.read, wanting.of, wanting.missing)}
          action={
            <Button size="small" onClick={() => leave([], home)}>
              {wanting === undefined ? link.toList : taken.enough}
            </Button>
          }
        >
          {wanting && taken.batchWhat}
        </Notice>
      )}
      {now.state === 'problem' ? (
        <CameraProblemNotice problem={now.problem} onRetry={retry} />
      ) : (
        <>
          <p className={styles['soft']}>{reading ? words.reading : words.lead}</p>
          <Finder camera={camera} />
        </>
      )}
    </Frame>
  )
}
