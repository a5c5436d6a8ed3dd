/** Brings a vault back from its backup file, where there is none yet. */
import { Button, PasswordField } from '@sallyport/ui'
import { forget, parseSealed, type SealedVault } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import { FileField } from '../host/file-field.tsx'
import { Frame } from '../host/frame.tsx'
import { useVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { openBackup } from './open-backup.ts'
import { restored } from './restored.ts'
import { useBackupTexts } from './use-backup-texts.ts'

/** Thousands of accounts with long notes stay far below. */
const MOST_BYTES = 64 * 1024 * 1024

type Problem = { readonly at: 'file' | 'key'; readonly text: string }

export function RestoreView({ onBack }: { readonly onBack?: (() => void) | undefined }) {
  const words = useBackupTexts().restore
  const { keeper, ports } = useVault()
  const [sealed, setSealed] = useState<SealedVault>()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [progress, setProgress] = useState<number>()

  async function choose(file: File | undefined): Promise<void> {
    setSealed(undefined)
    setProblem(undefined)
    if (file === undefined) return
    if (file.size > MOST_BYTES) return setProblem({ at: 'file', text: words.tooLarge })
    const bytes = await file.arrayBuffer().catch(() => undefined)
    if (bytes === undefined) return setProblem({ at: 'file', text: words.unreadable })
    const read = parseSealed(new Uint8Array(bytes))
    if (read.ok) setSealed(read.sealed)
    else setProblem({ at: 'file', text: words.problems[read.problem] })
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (progress !== undefined || problem?.at === 'file') return
    if (sealed === undefined) return setProblem({ at: 'file', text: words.noFile })
    if (typed === '') return setProblem({ at: 'key', text: words.noKey })
    setProblem(undefined)
    setProgress(0)
    try {
      await open(sealed)
    } finally {
      setProgress(undefined)
    }
  }

  async function open(file: SealedVault): Promise<void> {
    const opened = await openBackup(file, typed, setProgress)
    if (!opened.ok) {
      const text =
        opened.problem === 'damaged'
          ? words.damaged
          : opened.problem === 'derivation_too_costly'
            ? words.tooCostly
            : words.wrong
      return setProblem({ at: 'key', text })
    }
    try {
      await keeper.adopt({ ...opened.open, content: restored(opened.open.content, ports.now()) })
    } catch {
      forget(opened.open)
      const { state } = keeper.state()
      const isFree = state === 'empty' || state === 'damaged'
      setProblem({ at: 'key', text: isFree ? words.notKept : words.elsewhere })
    }
  }

  return (
    <Frame title={words.heading} onBack={onBack}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p className={styles['soft']}>{words.lead}</p>
        <FileField
          label={words.file}
          error={problem?.at === 'file' ? problem.text : undefined}
          onChoose={([file]) => void choose(file)}
        />
        <PasswordField
          label={words.key}
          name="passphrase"
          value={typed}
          onChange={setTyped}
          description={words.keyWhat}
          error={problem?.at === 'key' ? problem.text : undefined}
        />
        {progress !== undefined && (
          <progress className={styles['progress']} value={progress} aria-label={words.opening} />
        )}
        <Button kind="filled" type="submit" busy={progress !== undefined}>
          {words.open}
        </Button>
      </form>
    </Frame>
  )
}
