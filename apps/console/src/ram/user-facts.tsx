/** What is so of a user: state, password, MFA, last sign-in. */
import { Badge, CardSection, RelativeTime } from '@sallyport/ui'
import { Link } from 'react-router'
import { Day } from '../app/day.tsx'
import { ExactTime } from '../app/exact-time.tsx'
import { useMay } from '../app/use-me.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import { mfaStanding, mfaTones, stateTones, type User } from './user.ts'

/** Leads to the user's events where the role opens the trail. */
export function UserFacts({
  user,
  trustedBrowsers,
}: {
  readonly user: User
  readonly trustedBrowsers: number
}) {
  const { ram } = useTexts()
  const words = ram.user
  const mayAudit = useMay('audit.read')
  const standing = mfaStanding(user)
  const stateWords = {
    active: words.stateActive,
    suspended: words.stateSuspended,
    removed: words.stateRemoved,
  }
  return (
    <CardSection title={words.account}>
      <dl className={styles['facts']}>
        <dt>{words.state}</dt>
        <dd>
          <Badge tone={stateTones[user.state]}>{ram.states[user.state]}</Badge> {stateWords[user.state]}
        </dd>
        <dt>{words.mfa}</dt>
        <dd>
          <Badge tone={mfaTones[standing]}>{ram.mfa[standing]}</Badge> <MfaWords user={user} />
        </dd>
        {trustedBrowsers > 0 && (
          <>
            <dt>{words.trusted}</dt>
            <dd>{words.trustedBrowsers(trustedBrowsers)}</dd>
          </>
        )}
        <dt>{words.password}</dt>
        <dd>{words.passwords[user.password]}</dd>
        <dt>{words.role}</dt>
        <dd>{ram.roles[user.role]}</dd>
        <dt>{words.lastSignIn}</dt>
        <dd>{user.lastSignInAt === null ? ram.never : <RelativeTime at={user.lastSignInAt} />}</dd>
        <dt>{words.created}</dt>
        <dd>
          <Day at={user.createdAt} />
        </dd>
        {mayAudit && (
          <>
            <dt>{words.history}</dt>
            <dd>
              <Link to={`/ram/audit?user=${encodeURIComponent(user.id)}`}>{words.events}</Link>
            </dd>
          </>
        )}
      </dl>
    </CardSection>
  )
}

function MfaWords({ user }: { readonly user: User }) {
  const { ram } = useTexts()
  const words = ram.user
  if (user.devices > 0) return words.mfaDevices(user.devices)
  if (!user.mfaObliged) return words.mfaNone
  if (user.graceUntil === null) return words.mfaDue
  return <Worded text={words.mfaGrace} values={{ time: <ExactTime at={user.graceUntil} /> }} />
}
