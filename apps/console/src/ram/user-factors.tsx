/** What a user proves itself by: password, virtual MFA devices, recovery codes, trusted browsers. */
import type { Reply } from '@sallyport/contract'
import { Badge, CardSection, RelativeTime } from '@sallyport/ui'
import { Day } from '../app/day.tsx'
import { ExactTime } from '../app/exact-time.tsx'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import { mfaStanding, mfaTones } from './user.ts'

type UserPage = Reply<'GET /api/ram/users/:id'>

/** Names and times; a secret is nowhere in it. */
export function UserFactors({ user }: { readonly user: UserPage }) {
  const { ram } = useTexts()
  const words = ram.user
  const standing = mfaStanding(user)
  return (
    <CardSection title={words.factors}>
      <dl className={styles['facts']}>
        <dt>{words.mfa}</dt>
        <dd>
          <Badge tone={mfaTones[standing]}>{ram.mfa[standing]}</Badge> <MfaWords user={user} />
          {user.mfaDevices.length > 0 && (
            <ul className={styles['devices']}>
              {user.mfaDevices.map((device) => (
                <Device key={device.id} device={device} />
              ))}
            </ul>
          )}
        </dd>
        <dt>{words.recoveryCodes}</dt>
        <dd>{words.recoveryCodesLeft(user.recoveryCodesLeft)}</dd>
        <dt>{words.password}</dt>
        <dd>
          {user.password === 'own' && user.passwordResetRequired
            ? words.passwordToReset
            : words.passwords[user.password]}
          {user.passwordChangedAt !== null && (
            <small>
              <Worded text={words.passwordChanged} values={{ date: <Day at={user.passwordChangedAt} /> }} />
            </small>
          )}
        </dd>
        {user.trustedBrowsers > 0 && (
          <>
            <dt>{words.trusted}</dt>
            <dd>{words.trustedBrowsers(user.trustedBrowsers)}</dd>
          </>
        )}
      </dl>
    </CardSection>
  )
}

function Device({ device }: { readonly device: UserPage['mfaDevices'][number] }) {
  const words = useTexts().security.devices
  return (
    <li>
      {device.name}
      <small>
        <Worded text={words.bound} values={{ date: <Day at={device.boundAt} /> }} />
        {words.comma}
        {device.lastUsedAt === null ? (
          words.unused
        ) : (
          <Worded text={words.used} values={{ time: <RelativeTime at={device.lastUsedAt} /> }} />
        )}
      </small>
    </li>
  )
}

function MfaWords({ user }: { readonly user: UserPage }) {
  const words = useTexts().ram.user
  if (user.devices > 0) return words.mfaDevices(user.devices)
  if (!user.mfaObliged) return words.mfaNone
  if (user.graceUntil === null) return words.mfaDue
  return <Worded text={words.mfaGrace} values={{ time: <ExactTime at={user.graceUntil} /> }} />
}
