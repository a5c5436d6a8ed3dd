/** `/ram/users/new`: a user's name, addresses and first way in. */
import { Button, Card, CheckBox, FormError, RadioGroup, TextField, useToast } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useMe } from '../app/use-me.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { type UserField, userFieldOf } from './user-field-of.ts'

/** Ends on the user's page; a generated password goes there in the move's state and is shown once. */
export function CreateUserPage() {
  const { ram, security, refusals } = useTexts()
  const words = ram.create
  const navigate = useNavigate()
  const toast = useToast()
  const me = useMe()
  const settings = useAsk('GET /api/ram/settings')
  const create = useAct('POST /api/ram/users', 'manage_users')
  const { form, seek } = useWrongFocus()
  const [name, setName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const [first, setFirst] = useState<'invitation' | 'generated'>('invitation')
  const [mark, setMark] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const made = await create.run(
      {
        body: {
          name: name.trim() || ' ',
          ...(displayName.trim() === '' ? {} : { displayName: displayName.trim() }),
          ...(email.trim() === '' ? {} : { email: email.trim() }),
          ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
          firstPassword: first,
          mfaBindRequired: mark,
        },
      },
      seek,
    )
    if (made === null) return
    if (made.generatedPassword === null) toast({ message: words.invited, movesOn: true })
    navigate(`/ram/users/${made.user.id}`, {
      replace: true,
      state: { generatedPassword: made.generatedPassword },
    })
  }

  const sentence = create.refused === null ? null : sentenceOf(create.refused, refusals)
  const at = create.refused === null ? null : userFieldOf(create.refused)
  const errorAt = (field: UserField) => (at === field ? sentence : null)
  return (
    <>
      <PageHead title={words.title}>{words.lead}</PageHead>
      <div className={pages['column']}>
        <Card padded>
          <form ref={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
            <TextField
              label={words.name}
              name="name"
              value={name}
              onChange={setName}
              autoComplete="off"
              maxLength={64}
              autoFocus
              description={words.nameHint(settings.data?.alias ?? me?.accountId ?? '')}
              error={errorAt('name')}
            />
            <TextField
              label={words.displayName}
              name="displayName"
              value={displayName}
              onChange={setDisplayName}
              autoComplete="off"
              autoCapitalize="words"
              maxLength={128}
            />
            <TextField
              label={words.email}
              name="email"
              type="email"
              value={email}
              onChange={setEmail}
              autoComplete="off"
              maxLength={320}
              description={words.emailHint}
              error={errorAt('email')}
            />
            <TextField
              label={words.phone}
              name="phone"
              type="tel"
              value={phone}
              onChange={setPhone}
              autoComplete="off"
              maxLength={32}
              description={words.phoneHint}
              error={errorAt('phone')}
            />
            <RadioGroup
              legend={words.first}
              value={first}
              onChange={setFirst}
              options={[
                { value: 'invitation', label: words.invitation, description: words.invitationHint },
                { value: 'generated', label: words.generated, description: words.generatedHint },
              ]}
            />
            <CheckBox label={words.mark} description={words.markHint} checked={mark} onChange={setMark} />
            {sentence !== null && at === null && <FormError>{sentence}</FormError>}
            <div className={pages['actions']}>
              <Button onClick={() => navigate('/ram/users')}>{security.frame.cancel}</Button>
              <Button kind="filled" type="submit" busy={create.busy}>
                {words.submit}
              </Button>
            </div>
          </form>
        </Card>
      </div>
    </>
  )
}
