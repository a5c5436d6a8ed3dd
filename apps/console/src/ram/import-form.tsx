/** The file of an import and how its users get in; leads to the preview. */
import { Button, Card, FormError, RadioGroup } from '@sallyport/ui'
import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './import.module.css'
import type { Previewed } from './import-report.ts'

const BYTES = 1024 * 1024

/** The text of a file, or which sentence says why there is none. */
async function textOf(file: File | undefined): Promise<{ text: string } | 'missing' | 'large' | 'encoding'> {
  if (file === undefined) return 'missing'
  if (file.size > BYTES) return 'large'
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return 'encoding'
  }
}

export function ImportForm({ onPreviewed }: { readonly onPreviewed: (previewed: Previewed | null) => void }) {
  const { ram, security, refusals } = useTexts()
  const words = ram.importing
  const id = useId()
  const navigate = useNavigate()
  const preview = useAct('POST /api/ram/imports/preview')
  const { form, seek } = useWrongFocus()
  const [file, setFile] = useState<File | undefined>()
  const [first, setFirst] = useState<Previewed['firstPassword']>('invitation')
  const [fault, setFault] = useState<string | null>(null)

  function forget() {
    setFault(null)
    preview.forget()
    onPreviewed(null)
  }
  function refuse(sentence: string) {
    setFault(sentence)
    seek()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    forget()
    const read = await textOf(file)
    if (read === 'missing') return refuse(words.fileMissing)
    if (read === 'encoding') return refuse(words.fileEncoding)
    if (read === 'large') return refuse(sentenceOf({ code: 'import_too_large' }, refusals))
    const seen = await preview.run({ body: { csv: read.text, firstPassword: first } }, seek)
    if (seen !== null) onPreviewed({ lines: seen.lines, firstPassword: first })
  }
  const error = fault ?? (preview.refused === null ? null : sentenceOf(preview.refused, refusals))
  return (
    <div className={pages['column']}>
      <Card padded>
        <form ref={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
          <div className={styles['field']}>
            <label className={styles['label']} htmlFor={id}>
              {words.file}
            </label>
            <input
              id={id}
              className={styles['file']}
              type="file"
              accept=".csv,text/csv"
              aria-invalid={error === null ? undefined : true}
              aria-describedby={error === null ? `${id}-hint` : `${id}-error ${id}-hint`}
              onChange={(event) => {
                forget()
                setFile(event.target.files?.[0])
              }}
            />
            {error !== null && <FormError id={`${id}-error`}>{error}</FormError>}
            <p className={styles['hint']} id={`${id}-hint`}>
              {words.fileHint}
            </p>
          </div>
          <RadioGroup
            legend={ram.create.first}
            value={first}
            onChange={(value) => {
              forget()
              setFirst(value)
            }}
            options={[
              {
                value: 'invitation',
                label: ram.create.invitation,
                description: ram.create.invitationHint,
              },
              { value: 'generated', label: ram.create.generated, description: ram.create.generatedHint },
            ]}
          />
          <div className={pages['actions']}>
            <Button onClick={() => navigate('/ram/users')}>{security.frame.cancel}</Button>
            <Button kind="filled" type="submit" busy={preview.busy}>
              {words.preview}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
