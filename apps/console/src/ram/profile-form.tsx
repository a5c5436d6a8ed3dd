/** The card of a user's profile: names, addresses, the marks for MFA and for a new password. */
import { Button, CardSection, CheckBox, FormError, TextField, useToast } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { useFocusAfterChange } from '../app/use-focus-after-change.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { changesOf, type Profile, profileOf } from './profile.ts'
import styles from './ram.module.css'
import type { User } from './user.ts'
import { userFieldOf } from './user-field-of.ts'

/** Sends what differs alone, so that nobody's change of another field is undone. */
export function ProfileForm({ user }: { readonly user: User }) {
  const { ram, refusals } = useTexts()
  const words = ram.user
  const toast = useToast()
  const change = useAct('PATCH /api/ram/users/:id', 'manage_users')
  const [edited, setEdited] = useState<Partial<Profile>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const [saves, setSaves] = useState(0)
  useFocusAfterChange(saves, heading)
  const profile = { ...profileOf(user), ...edited }
  const changes = changesOf(profileOf(user), profile)
  const set = (part: Partial<Profile>) => setEdited((before) => ({ ...before, ...part }))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (Object.keys(changes).length === 0) return
    if ((await change.run({ params: { id: user.id }, body: changes })) === null) return
    setEdited({})
    setSaves((times) => times + 1)
    toast({ message: words.saved })
  }
  const sentence = change.refused === null ? null : sentenceOf(change.refused, refusals)
  const at = change.refused === null ? null : userFieldOf(change.refused)
  const verifiedWords = (verified: boolean | undefined) =>
    verified === undefined ? undefined : verified ? words.verified : words.unverified
  return (
    <CardSection title={words.profile} headingRef={heading}>
      <form className={styles['fields']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.displayName}
          name="displayName"
          value={profile.displayName}
          onChange={(displayName) => set({ displayName })}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={128}
        />
        <TextField
          label={words.email}
          name="email"
          type="email"
          value={profile.email}
          onChange={(email) => set({ email })}
          autoComplete="off"
          maxLength={320}
          description={
            'email' in changes
              ? user.email === null
                ? undefined
                : words.endsSessions
              : verifiedWords(user.email?.verified)
          }
          error={at === 'email' ? sentence : null}
        />
        <TextField
          label={words.phone}
          name="phone"
          type="tel"
          value={profile.phone}
          onChange={(phone) => set({ phone })}
          autoComplete="off"
          maxLength={32}
          description={
            'phone' in changes
              ? user.phone === null
                ? ram.create.phoneHint
                : words.endsSessions
              : verifiedWords(user.phone?.verified)
          }
          error={at === 'phone' ? sentence : null}
        />
        <TextField
          label={words.comment}
          name="comment"
          value={profile.comment}
          onChange={(comment) => set({ comment })}
          autoComplete="off"
          autoCapitalize="sentences"
          maxLength={128}
        />
        <CheckBox
          label={words.mark}
          description={words.markHint}
          checked={profile.mfaBindRequired}
          onChange={(mfaBindRequired) => set({ mfaBindRequired })}
        />
        <CheckBox
          label={words.passwordReset}
          description={user.password === 'own' ? words.passwordResetHint : words.passwordResetAnyway}
          checked={profile.passwordResetRequired}
          disabled={user.password !== 'own'}
          onChange={(passwordResetRequired) => set({ passwordResetRequired })}
        />
        {sentence !== null && at === null && <FormError>{sentence}</FormError>}
        <div>
          <Button type="submit" busy={change.busy} disabled={Object.keys(changes).length === 0}>
            {words.save}
          </Button>
        </div>
      </form>
    </CardSection>
  )
}
