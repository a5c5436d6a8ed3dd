/** The field for a key: any spelling, and its first wrong character named, with what may have been meant. */
import { Button, TextField } from '@sallyport/ui'
import type { CodeKind } from '@sallyport/vault'
import styles from '../add.module.css'
import { useAddTexts } from '../use-add-texts.ts'
import { type KeyProblem, readKey } from './manual-form.ts'

export function KeyField({
  value,
  kind,
  problem,
  onChange,
}: {
  readonly value: string
  readonly kind: CodeKind['kind']
  /** Shown once the form was sent. */
  readonly problem: KeyProblem | undefined
  readonly onChange: (key: string) => void
}) {
  const words = useAddTexts().manual
  const reading = readKey(value, kind)
  const remark = reading.ok && value.length > 3 ? reading.remarks[0] : undefined
  const suggestion = problem?.kind === 'bad_character' ? problem.suggestion : undefined
  return (
    <div className={styles['form']}>
      <TextField
        label={words.key}
        name="key"
        value={value}
        onChange={onChange}
        mono
        autoComplete="off"
        description={remark === undefined ? keyWhat(kind) : words.remark[remark]}
        error={problem && sentenceOf(problem)}
      />
      {suggestion !== undefined && (
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => onChange(suggestion.key)}>
            {suggestion.kind === 'hexadecimal' ? words.takeHexadecimal : words.takeLookAlikes(suggestion.key)}
          </Button>
        </div>
      )}
    </div>
  )

  function keyWhat(of: CodeKind['kind']): string {
    return of === 'motp' ? words.keyWhatHexadecimal : words.keyWhat
  }

  function sentenceOf(of: KeyProblem): string {
    return of.kind === 'bad_character'
      ? words.badCharacter(of.position, of.character)
      : words.keyProblem[of.kind]
  }
}
