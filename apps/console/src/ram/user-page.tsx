/** `/ram/users/:id`: one user: what can be done for it, its factors, groups and profile, where it is signed in and what happened. */

import { outranks } from '@sallyport/contract/permissions'
import { buttonClass, Notice, Skeleton } from '@sallyport/ui'
import { useRef } from 'react'
import { Link, useParams } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useMay, useMe } from '../app/use-me.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'
import { FirstPasswordCard } from './first-password-card.tsx'
import { OnceShown } from './once-shown.tsx'
import { ProfileForm } from './profile-form.tsx'
import styles from './ram.module.css'
import { RoleForm } from './role-form.tsx'
import { useGeneratedPassword } from './use-generated-password.ts'
import { UserActivity } from './user-activity.tsx'
import { UserActs } from './user-acts.tsx'
import { UserFactors } from './user-factors.tsx'
import { UserFacts } from './user-facts.tsx'
import { UserGroups } from './user-groups.tsx'
import { UserSessions } from './user-sessions.tsx'

/** What the role does not allow is not offered; somebody of one's own rank is read alone. */
export function UserPage() {
  const { id = '' } = useParams()
  const { ram } = useTexts()
  const words = ram.user
  const me = useMe()
  const mayWrite = useMay('users.write')
  const mayReset = useMay('factors.reset')
  const mayAudit = useMay('audit.read')
  const mayGive = useMay('roles.write')
  const [generated, setGenerated] = useGeneratedPassword()
  const panel = useRef<HTMLHeadingElement>(null)
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
          headingRef={panel}
        />
      )}
      {asked.error !== null && user === undefined && <NoUser refused={asked.error} onAgain={asked.refetch} />}
      {user === undefined && asked.error === null && <Skeleton height={480} />}
      {user !== undefined && !above && (mayWrite || mayReset) && (
        <Notice tone="idle">{words.outranked}</Notice>
      )}
      {user !== undefined && above && <UserActs user={user} mayWrite={mayWrite} mayReset={mayReset} />}
      {user !== undefined && (
        <div className={styles['two']}>
          <div className={styles['page']}>
            <UserFacts user={user} />
            <UserFactors user={user} />
            <UserGroups user={user} />
            {above && there && mayWrite && (
              <FirstPasswordCard user={user} onGenerated={setGenerated} panel={panel} />
            )}
            {above && there && mayGive && <RoleForm key={user.role} user={user} />}
          </div>
          <div className={styles['page']}>
            {above && there && mayWrite && <ProfileForm key={user.id} user={user} />}
            {there && <UserSessions user={user} mayEnd={above && mayWrite} />}
            {mayAudit && <UserActivity user={user} />}
          </div>
        </div>
      )}
    </>
  )
}

/** Where there is no such user asking again is of no use. */
function NoUser({ refused, onAgain }: { readonly refused: Refused; readonly onAgain: () => unknown }) {
  const { ram, refusals } = useTexts()
  if (refused.code !== 'user_not_found') return <AskFault refused={refused} onAgain={() => void onAgain()} />
  return (
    <Notice
      tone="warn"
      title={sentenceOf(refused, refusals)}
      action={
        <Link className={buttonClass({ size: 'small' })} to="/ram/users">
          {ram.user.toUsers}
        </Link>
      }
    >
      {ram.notFoundBody}
    </Notice>
  )
}
