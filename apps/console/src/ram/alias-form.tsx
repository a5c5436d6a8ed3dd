/** The account's alias, by which users sign in. */
import { Button, CardSection, FormError, TextField, useToast } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'

/** An emptied field takes the alias away; users then sign in by the account's id alone. */
export function AliasForm({
  alias,
  accountId,
  mayWrite,
}: {
  readonly alias: string | null
  readonly accountId: string
  readonly mayWrite: boolean
}) {
  const { ram, refusals } = useTexts()
  const words = ram.settings
  const toast = useToast()
  const save = useAct('PUT /api/ram/alias', 'manage_users')
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? alias ?? ''
  async function submit(event: FormEvent) {
    event.preventDefault()
    const next = value.trim() === '' ? null : value.trim()
    if ((await save.run({ body: { alias: next } })) === null) return
    setTyped(null)
    toast({ message: next === null ? words.aliasRemoved : words.aliasSaved })
  }
  const sentence = save.refused === null ? null : sentenceOf(save.refused, refusals)
  const atField = save.refused?.code === 'alias_invalid' || save.refused?.code === 'alias_taken'
  return (
    <CardSection title={words.aliasCard}>
      <form className={styles['fields']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.alias}
          name="alias"
          value={value}
          onChange={setTyped}
          autoComplete="off"
          maxLength={64}
          disabled={!mayWrite}
          description={words.aliasHint.replace('{id}', accountId)}
          error={atField ? sentence : null}
        />
        {sentence !== null && !atField && <FormError>{sentence}</FormError>}
        {mayWrite && (
          <div>
            <Button type="submit" busy={save.busy}>
              {words.saveAlias}
            </Button>
          </div>
        )}
      </form>
    </CardSection>
  )
}
