/** What is so of a user: state, role, last sign-in. */
import { Badge, CardSection, RelativeTime } from '@sallyport/ui'
import { Day } from '../app/day.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import { stateTones, type User } from './user.ts'

export function UserFacts({ user }: { readonly user: User }) {
  const { ram } = useTexts()
  const words = ram.user
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
        <dt>{words.role}</dt>
        <dd>{ram.roles[user.role]}</dd>
        <dt>{words.lastSignIn}</dt>
        <dd>{user.lastSignInAt === null ? ram.never : <RelativeTime at={user.lastSignInAt} />}</dd>
        <dt>{words.created}</dt>
        <dd>
          <Day at={user.createdAt} />
        </dd>
      </dl>
    </CardSection>
  )
}
