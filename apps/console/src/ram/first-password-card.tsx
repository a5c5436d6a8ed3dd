/** A new first password for a user who lost the old one or never got it. */
import { Button, CardSection, Dialog, FormError, RadioGroup, useToast } from '@sallyport/ui'
import { type RefObject, useRef, useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

/** A suspended user is resumed first, so the card is absent then. */
export function FirstPasswordCard({
  user,
  onGenerated,
  panel,
}: {
  readonly user: User
  readonly onGenerated: (password: string | null) => void
  /** The heading over the password that `onGenerated` shows. */
  readonly panel: RefObject<HTMLHeadingElement | null>
}) {
  const { ram, security, refusals } = useTexts()
  const words = ram.user
  const toast = useToast()
  const renew = useAct('POST /api/ram/users/:id/first-password', 'manage_users')
  const [open, setOpen] = useState(false)
  const [first, setFirst] = useState<'invitation' | 'generated'>(
    user.email === null ? 'generated' : 'invitation',
  )
  const generated = useRef(false)
  if (user.state !== 'active') return null

  function ask() {
    generated.current = false
    setOpen(true)
  }
  function close() {
    renew.forget()
    setOpen(false)
  }
  async function yes() {
    const done = await renew.run({ params: { id: user.id }, body: { firstPassword: first } })
    if (done === null) return
    generated.current = done.generatedPassword !== null
    close()
    onGenerated(done.generatedPassword)
    if (done.generatedPassword === null) toast({ message: words.renewedByMail })
    else scrollTo({ top: 0 })
  }
  return (
    <CardSection title={ram.create.first}>
      <div className={styles['fields']}>
        <p>{words.newFirstHint}</p>
        <div>
          <Button size="small" onClick={ask}>
            {words.newFirst}
          </Button>
        </div>
      </div>
      <Dialog
        open={open && !renew.confirming}
        onClose={close}
        focusAfter={() => (generated.current ? panel.current : null)}
        title={words.newFirstTitle(user.name)}
        actions={
          <>
            <Button onClick={close}>{security.frame.cancel}</Button>
            <Button kind="danger" busy={renew.busy} onClick={() => void yes()}>
              {words.newFirst}
            </Button>
          </>
        }
      >
        <p>{words.newFirstBody}</p>
        <RadioGroup
          legend={ram.create.first}
          value={first}
          onChange={setFirst}
          options={[
            {
              value: 'invitation',
              label: ram.create.invitation,
              description: user.email?.address,
              disabled: user.email === null,
            },
            { value: 'generated', label: ram.create.generated, description: ram.create.generatedHint },
          ]}
        />
        {renew.refused !== null && <FormError>{sentenceOf(renew.refused, refusals)}</FormError>}
      </Dialog>
    </CardSection>
  )
}
