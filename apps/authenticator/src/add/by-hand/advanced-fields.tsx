/** What most accounts leave as it is: the kind of code, and its numbers. */
import type { Algorithm } from '@sallyport/otp'
import { SelectField, TextField } from '@sallyport/ui'
import type { CodeKind } from '@sallyport/vault'
import styles from '../add.module.css'
import { useAddTexts } from '../use-add-texts.ts'
import type { FormProblems, ManualForm } from './manual-form.ts'

const KINDS: readonly CodeKind['kind'][] = ['totp', 'hotp', 'steam', 'yandex', 'motp']
const ALGORITHMS: readonly Algorithm[] = ['SHA1', 'SHA256', 'SHA512', 'SHA224', 'SHA384', 'MD5']

export function AdvancedFields({
  form,
  problems,
  onChange,
}: {
  readonly form: ManualForm
  readonly problems: FormProblems
  readonly onChange: (patch: Partial<ManualForm>) => void
}) {
  const words = useAddTexts().manual
  const { kind } = form
  const hasShape = kind === 'totp' || kind === 'hotp'
  return (
    <div className={styles['form']}>
      <SelectField
        label={words.kind}
        name="kind"
        value={kind}
        onChange={(value) => onChange({ kind: KINDS.find((one) => one === value) ?? 'totp' })}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {hasShape && (
        <SelectField
          label={words.algorithm}
          name="algorithm"
          value={form.algorithm}
          onChange={(value) => onChange({ algorithm: ALGORITHMS.find((one) => one === value) ?? 'SHA1' })}
          options={ALGORITHMS.map((value) => ({ value, label: value }))}
        />
      )}
      {hasShape && (
        <TextField
          label={words.digits}
          name="digits"
          inputMode="numeric"
          value={form.digits}
          onChange={(digits) => onChange({ digits })}
          error={problems.digits && words.digitsBad}
        />
      )}
      {kind === 'totp' && (
        <TextField
          label={words.period}
          name="period"
          inputMode="numeric"
          value={form.period}
          onChange={(period) => onChange({ period })}
          error={problems.period && words.periodBad}
        />
      )}
      {kind === 'hotp' && (
        <TextField
          label={words.counter}
          name="counter"
          inputMode="numeric"
          value={form.counter}
          onChange={(counter) => onChange({ counter })}
          description={words.counterWhat}
          error={problems.counter && words.counterBad}
        />
      )}
    </div>
  )
}
