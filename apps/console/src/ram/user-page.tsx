/** `/ram/users/:id`: one user, what can be done for it, and its profile. */

import { outranks } from '@sallyport/contract/permissions'
import { CardSection, Notice, Skeleton } from '@sallyport/ui'
import { useParams } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useMay, useMe } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import { FirstPasswordCard } from './first-password-card.tsx'
import { OnceShown } from './once-shown.tsx'
import { ProfileForm } from './profile-form.tsx'
import styles from './ram.module.css'
import { RoleForm } from './role-form.tsx'
import { useGeneratedPassword } from './use-generated-password.ts'
import { UserActs } from './user-acts.tsx'
import { UserFacts } from './user-facts.tsx'

/** What the role does not allow is not offered; somebody of one's own rank is read alone. */
export function UserPage() {
  const { id = '' } = useParams()
  const { ram } = useTexts()
  const words = ram.user
  const me = useMe()
  const mayWrite = useMay('users.write')
  const mayReset = useMay('factors.reset')
  const mayGive = useMay('roles.write')
  const [generated, setGenerated] = useGeneratedPassword()
  const asked = useAsk('GET /api/ram/users/:id', { params: { id } })
  const user = asked.data
  const above = me !== undefined && user !== undefined && outranks(me.role, user.role)
  const there = user !== undefined && user.state !== 'removed'
  return (
    <>
      <div className={pages['lead']}>
        {user !== undefined && <PageHead title={user.signInName} />}
        {user === undefined && asked.error !== null && <PageHead title={words.unknown} />}
        {user !== undefined && user.displayName !== '' && <p>{user.displayName}</p>}
      </div>
      {generated !== null && (
        <OnceShown
          title={words.passwordTitle}
          body={words.passwordBody}
          secret={generated}
          copy={words.copyPassword}
        />
      )}
      {asked.error !== null && user === undefined && (
        <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
      )}
      {user === undefined && asked.error === null && <Skeleton height={480} />}
      {user !== undefined && !above && (mayWrite || mayReset) && (
        <Notice tone="idle">{words.outranked}</Notice>
      )}
      {user !== undefined && above && <UserActs user={user} mayWrite={mayWrite} mayReset={mayReset} />}
      {user !== undefined && (
        <div className={styles['two']}>
          <div className={styles['page']}>
            <UserFacts user={user} trustedBrowsers={user.trustedBrowsers} />
            {above && there && mayWrite && <FirstPasswordCard user={user} onGenerated={setGenerated} />}
            {above && there && mayGive && <RoleForm key={user.role} user={user} />}
          </div>
          {above && there && mayWrite && (
            <CardSection title={words.profile}>
              <ProfileForm key={user.id} user={user} />
            </CardSection>
          )}
        </div>
      )}
    </>
  )
}
