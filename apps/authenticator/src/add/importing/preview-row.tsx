/** One entry of a file: whether it comes in, what it is, and its verdict. */
import { Badge, CheckBox, type Tone } from '@sallyport/ui'
import type { DuplicateMark } from '@sallyport/vault'
import { memo } from 'react'
import { codeWords, shownName } from '../read/entry-words.ts'
import { PinField } from '../read/pin-field.tsx'
import { useAddTexts } from '../use-add-texts.ts'
import styles from './import.module.css'
import type { ImportRow } from './import-rows.ts'

const TONES: Readonly<Record<DuplicateMark, Tone>> = { new: 'good', same: 'idle', changed: 'warn' }

/** Drawn again only when something of its own has changed, so that a tick among thousands is instant. */
export const PreviewRow = memo(function PreviewRow({
  row: { key, entry, mark },
  chosen,
  pin,
  onChoose,
  onPin,
}: {
  readonly row: ImportRow
  readonly chosen: boolean
  readonly pin: string
  readonly onChoose: (key: string, chosen: boolean) => void
  readonly onPin: (key: string, pin: string) => void
}) {
  const texts = useAddTexts()
  const { draft, needsPin, removed } = entry
  return (
    <li className={styles['row']}>
      <CheckBox
        label={shownName(draft, texts)}
        description={[codeWords(draft, texts), ...(removed ? [texts.importing.inBin] : [])].join(' · ')}
        checked={chosen}
        onChange={(next) => onChoose(key, next)}
      />
      <Badge tone={TONES[mark]}>{texts.importing.verdict[mark]}</Badge>
      {needsPin && chosen && (
        <div className={styles['pin']}>
          <PinField draft={draft} pin={pin} onChange={(next) => onPin(key, next)} />
        </div>
      )}
    </li>
  )
})
