/** Imports: a file is read on the device, its entries are shown, and the chosen ones are added. */
import { Notice } from '@sallyport/ui'
import { useEffect, useMemo, useRef } from 'react'
import { FileField } from '../../host/file-field.tsx'
import { Frame } from '../../host/frame.tsx'
import { useView } from '../../host/view.ts'
import { useContent } from '../../vault/vault-context.tsx'
import { receiveFiles } from '../handed-files.ts'
import { useTakeIn } from '../read/use-take-in.ts'
import { useAddTexts } from '../use-add-texts.ts'
import { rowsOf } from './import-rows.ts'
import { PasswordForm } from './password-form.tsx'
import { Preview } from './preview.tsx'
import { ReadingNotes } from './reading-notes.tsx'
import { useImport } from './use-import.ts'

export function ImportView() {
  const words = useAddTexts().importing
  const { back, home } = useView()
  const { add } = useTakeIn()
  const { entries } = useContent()
  const files = useImport()
  const { readings, sealed, busy } = files

  const read = useRef(files.read)
  useEffect(() => {
    read.current = files.read
  })
  useEffect(() => receiveFiles((handed) => void read.current(handed)), [])

  const rows = useMemo(
    () =>
      rowsOf(
        readings,
        entries.filter(({ removedAt }) => removedAt === undefined),
      ),
    [readings, entries],
  )
  return (
    <Frame title={words.heading} onBack={back}>
      <p>{words.lead}</p>
      <FileField
        label={words.file}
        multiple
        description={words.formats}
        onChoose={(chosen) => {
          if (chosen.length > 0) void files.read(chosen)
        }}
      />
      {busy === 'reading' && <p role="status">{words.reading}</p>}
      {files.unreadable && <Notice tone="bad">{words.unreadableFile}</Notice>}
      <ReadingNotes readings={readings} />
      {sealed !== undefined && (
        <PasswordForm
          key={sealed.name}
          sealed={sealed}
          busy={busy === 'opening'}
          onOpen={(password) => void files.open(password)}
        />
      )}
      {rows.length > 0 && (
        <Preview
          rows={rows}
          onAdd={async (drafts) => {
            const added = await add(drafts)
            if (added !== undefined) home()
            return added !== undefined
          }}
        />
      )}
    </Frame>
  )
}
