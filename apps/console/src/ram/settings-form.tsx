/** Who must have MFA and what else protects sign-in: previewed first, then enforced as previewed. */
import {
  Button,
  CardSection,
  CheckBox,
  FormError,
  RadioGroup,
  TextArea,
  TextField,
  useToast,
} from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useSite } from '../app/use-site.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import {
  type Chosen,
  chosenOf,
  type Draft,
  draftOf,
  identityMethods,
  type NumberName,
  ranges,
  type Settings,
  whoOptions,
  wrongNumbers,
} from './chosen-settings.ts'
import { DryRun, type DryRunReply } from './dry-run.tsx'
import { KindsCard } from './kinds-card.tsx'
import styles from './ram.module.css'

type Previewed = { readonly chosen: Chosen; readonly run: DryRunReply }

/** A change of any field takes the preview away: what is enforced is what was seen. */
export function SettingsForm({
  settings,
  mayWrite,
}: {
  readonly settings: Settings
  readonly mayWrite: boolean
}) {
  const { ram, refusals } = useTexts()
  const words = ram.settings
  const toast = useToast()
  const { form, seek } = useWrongFocus()
  const site = useSite()
  const preview = useAct('POST /api/ram/settings/preview')
  const enforce = useAct('PUT /api/ram/settings', 'manage_users')
  const [edited, setEdited] = useState<Partial<Draft>>({})
  const [wrong, setWrong] = useState<readonly NumberName[]>([])
  const [noMethod, setNoMethod] = useState(false)
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const draft: Draft = { ...draftOf(settings), ...edited }
  const has = { email: true, phone: site?.phone, security_questions: site?.securityQuestions }
  const offered = identityMethods.filter((method) => has[method] !== false)

  function set(part: Partial<Draft>) {
    setEdited((before) => ({ ...before, ...part }))
    setPreviewed(null)
    setWrong([])
    setNoMethod(false)
    preview.forget()
    enforce.forget()
  }
  async function look(event: FormEvent) {
    event.preventDefault()
    const found = wrongNumbers(draft)
    const none = !offered.some((method) => draft.identityMethods.includes(method))
    setWrong(found)
    setNoMethod(none)
    setPreviewed(null)
    enforce.forget()
    if (found.length > 0 || none) return seek()
    const chosen = chosenOf(draft)
    const run = await preview.run({ body: chosen }, seek)
    if (run !== null) setPreviewed({ chosen, run })
  }
  async function put() {
    if (previewed === null) return
    const { chosen, run } = previewed
    const done = await enforce.run({ body: { settings: chosen, token: run.token } }, ({ code }) => {
      if (code === 'dry_run_needed') setPreviewed(null)
    })
    if (done === null) return
    setPreviewed(null)
    setEdited({})
    toast({ message: words.enforced })
  }
  const refused = preview.refused ?? enforce.refused
  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const atNetworks = refused?.code === 'networks_invalid'
  const atMethods = refused?.code === 'identity_methods_none' || refused?.code === 'identity_methods_closed'
  const number = (name: NumberName, label: string, description: string) => (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      disabled={!mayWrite}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      description={description}
      error={wrong.includes(name) ? words.range(ranges[name][0], ranges[name][1]) : null}
    />
  )
  return (
    <form ref={form} className={styles['page']} method="post" onSubmit={look} noValidate>
      <CardSection title={words.mfaCard}>
        <div className={styles['fields']}>
          <RadioGroup
            legend={words.who}
            value={draft.whoMust}
            onChange={(whoMust) => set({ whoMust })}
            options={whoOptions.map((value) => ({
              value,
              label: words.whoOptions[value],
              description: words.whoHints[value],
              disabled: !mayWrite,
            }))}
          />
          <div className={styles['pair']}>{number('graceDays', words.grace, words.graceHint)}</div>
          <CheckBox
            label={words.own}
            description={words.ownHint}
            checked={draft.usersManageDevices}
            disabled={!mayWrite}
            onChange={(usersManageDevices) => set({ usersManageDevices })}
          />
        </div>
      </CardSection>
      <KindsCard
        draft={draft}
        offered={offered}
        mayWrite={mayWrite}
        error={noMethod ? words.methodsNone : atMethods ? sentence : null}
        onChange={set}
      />
      <CardSection title={words.signInCard}>
        <div className={styles['fields']}>
          <TextArea
            label={words.networks}
            name="networks"
            value={draft.networks}
            onChange={(networks) => set({ networks })}
            disabled={!mayWrite}
            description={words.networksHint}
            error={atNetworks ? sentence : null}
          />
          <div className={styles['pair']}>
            {number('sessionHours', words.hours, words.hoursHint)}
            {number('trustBrowserDays', words.trust, words.trustHint)}
            {number('idleDays', words.idle, words.idleHint)}
          </div>
        </div>
      </CardSection>
      <CardSection title={words.passwordCard}>
        <div className={styles['fields']}>
          <div className={styles['pair']}>
            {number('minimumPasswordLength', words.minimum, words.minimumHint)}
            {number('passwordHistory', words.history, words.historyHint)}
          </div>
        </div>
      </CardSection>
      {sentence !== null && !atNetworks && !atMethods && <FormError>{sentence}</FormError>}
      {mayWrite && (
        <div className={pages['between']}>
          <span className={pages['soft']}>{words.previewNote}</span>
          <Button type="submit" kind={previewed === null ? 'filled' : 'quiet'} busy={preview.busy}>
            {words.preview}
          </Button>
        </div>
      )}
      {previewed !== null && <DryRun run={previewed.run} busy={enforce.busy} onEnforce={() => void put()} />}
    </form>
  )
}
