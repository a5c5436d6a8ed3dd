/** What would raise the score, most valuable first, each a link to where it is done. */
import type { Reply } from '@sallyport/contract'
import { may, type Permission } from '@sallyport/contract/permissions'
import { CardSection } from '@sallyport/ui'
import { Link } from 'react-router'
import { useMe } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'

type Advice = Reply<'GET /api/ram/overview'>['advice'][number]

const ways: Readonly<Record<Advice, string>> = {
  bind_owner_mfa: '/security/mfa/set-up',
  enforce_mfa: '/ram/settings',
  remind_users: '/ram/settings',
  remove_idle_users: '/ram/users',
  set_networks: '/ram/settings',
  owner_recovery_codes: '/security/recovery-codes',
}
/** What an advice takes; what is not named here the owner alone can do. */
const needs: Readonly<Partial<Record<Advice, Permission>>> = {
  enforce_mfa: 'settings.write',
  remind_users: 'settings.write',
  remove_idle_users: 'users.write',
  set_networks: 'settings.write',
}

/** What one's role cannot do is said without a link. Says so where nothing is left to do. */
export function AdviceCard({ advice }: { readonly advice: readonly Advice[] }) {
  const { ram } = useTexts()
  const words = ram.overview
  const role = useMe()?.role ?? 'none'
  const can = (one: Advice) => role === 'owner' || (needs[one] !== undefined && may(role, needs[one]))
  return (
    <CardSection title={words.advice}>
      {advice.length === 0 ? (
        <p className={styles['calm']}>{words.adviceNone}</p>
      ) : (
        <ul className={styles['advice']}>
          {advice.map((one) => (
            <li key={one}>
              {can(one) ? <Link to={ways[one]}>{words.advices[one]}</Link> : words.advices[one]}
              <p>{words.adviceWhy[one]}</p>
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  )
}
