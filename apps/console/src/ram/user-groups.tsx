/** The groups that a user is in. */
import { CardSection, Skeleton } from '@sallyport/ui'
import { Link } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

/** Each leads to its page, where members come and go. */
export function UserGroups({ user }: { readonly user: User }) {
  const words = useTexts().ram.groups
  const asked = useAsk('GET /api/ram/users/:id/groups', { params: { id: user.id } })
  if (asked.error !== null && asked.data === undefined)
    return <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton height={92} />
  const { groups } = asked.data
  return (
    <CardSection title={words.ofUser}>
      {groups.length === 0 ? (
        <p className={styles['calm']}>{words.ofUserNone}</p>
      ) : (
        <ul className={styles['groups']}>
          {groups.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/ram/groups/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  )
}
