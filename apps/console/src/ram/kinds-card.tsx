/** Which kinds of proof users may use: by what they verify their identity, and whether they have recovery codes. */
import { Badge, CardSection, CheckBox, CheckGroup, SettingRow } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import { type Draft, type IdentityMethod, withMethod } from './chosen-settings.ts'
import styles from './ram.module.css'

/** The second factor itself is no choice, so it is a line and not a box. */
export function KindsCard({
  draft,
  offered,
  mayWrite,
  error,
  onChange,
}: {
  readonly draft: Pick<Draft, 'identityMethods' | 'recoveryCodes'>
  /** The ways that this server has. */
  readonly offered: readonly IdentityMethod[]
  readonly mayWrite: boolean
  /** What is wrong with the ways to verify identity. */
  readonly error: string | null
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const { ram, site } = useTexts()
  const words = ram.settings
  return (
    <CardSection title={words.kindsCard}>
      <p className={styles['cardLead']}>{words.kindsLead}</p>
      <div className={styles['fixed']}>
        <SettingRow
          title={words.device}
          description={words.deviceHint}
          badge={<Badge>{words.always}</Badge>}
        />
      </div>
      <div className={styles['fields']}>
        <CheckGroup legend={words.methods} description={words.methodsHint} error={error}>
          {offered.map((method) => (
            <CheckBox
              key={method}
              label={site.methods[method]}
              description={words.methodHints[method]}
              checked={draft.identityMethods.includes(method)}
              disabled={!mayWrite}
              invalid={error !== null}
              onChange={(on) => onChange({ identityMethods: withMethod(draft.identityMethods, method, on) })}
            />
          ))}
        </CheckGroup>
        <CheckGroup legend={words.lost}>
          <CheckBox
            label={words.codes}
            description={words.codesHint}
            checked={draft.recoveryCodes}
            disabled={!mayWrite}
            onChange={(recoveryCodes) => onChange({ recoveryCodes })}
          />
        </CheckGroup>
      </div>
    </CardSection>
  )
}
