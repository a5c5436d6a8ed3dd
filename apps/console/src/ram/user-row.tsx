/** One user in the list of users. */
import { Badge, classes, RelativeTime } from '@sallyport/ui'
import { Link } from 'react-router'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import { mfaStanding, mfaTones, stateTones, type User } from './user.ts'

/** The name leads to the user's page. */
export function UserRow({ user }: { readonly user: User }) {
  const { ram } = useTexts()
  const standing = mfaStanding(user)
  return (
    <tr>
      <th scope="row">
        <Link to={`/ram/users/${user.id}`}>{user.name}</Link>
        {user.displayName !== '' && <small>{user.displayName}</small>}
      </th>
      <td>
        <Badge tone={stateTones[user.state]}>{ram.states[user.state]}</Badge>
      </td>
      <td>
        <Badge tone={mfaTones[standing]}>{ram.mfa[standing]}</Badge>
      </td>
      <td className={classes(styles['nowrap'], user.role === 'none' && styles['soft'])}>
        {ram.roles[user.role]}
      </td>
      <td className={styles['nowrap']}>
        {user.lastSignInAt === null ? (
          <span className={styles['soft']}>{ram.never}</span>
        ) : (
          <RelativeTime at={user.lastSignInAt} />
        )}
      </td>
    </tr>
  )
}
