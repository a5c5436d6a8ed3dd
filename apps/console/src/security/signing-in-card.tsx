/** What signing in takes: password, virtual MFA, recovery codes, and where the password is enough. */
import { CardSection, RelativeTime } from '@sallyport/ui'
import { Day } from '../app/day.tsx'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { fewCodes, lastUsed, type Overview } from './overview.ts'
import { Row, type RowState } from './row.tsx'

type TrustedWords = ReturnType<typeof useTexts>['security']['trusted']
type Words = ReturnType<typeof useTexts>['security']['overview']

/** The one filled button of the page is **Set up virtual MFA**, while there is but one door. */
export function SigningInCard({ overview }: { readonly overview: Overview | undefined }) {
  const { security } = useTexts()
  const words = security.overview
  return (
    <CardSection title={words.signingIn}>
      <Row title={words.password} state={overview && passwordState(overview, words)} />
      <Row title={words.mfa} state={overview && mfaState(overview, words)} />
      <Row title={words.recovery} state={overview && recoveryState(overview, words)} />
      <Row title={security.trusted.title} state={overview && trustedState(overview, security.trusted)} />
    </CardSection>
  )
}

function passwordState({ password }: Overview, words: Words): RowState {
  return {
    description: (
      <Worded text={words.passwordChanged} values={{ time: <RelativeTime at={password.changedAt} /> }} />
    ),
    action: { label: words.changePassword, to: '/security/password' },
  }
}

function mfaState({ virtualMfa: { devices } }: Overview, words: Words): RowState {
  const [first] = devices
  if (first === undefined)
    return {
      description: words.mfaNone,
      badge: { tone: 'warn', text: words.notSetUp },
      action: { label: words.setUpMfa, to: '/security/mfa/set-up', filled: true },
    }
  const used = lastUsed(devices)
  const text =
    devices.length === 1
      ? used === null
        ? words.mfaOneUnused
        : words.mfaOne
      : used === null
        ? words.mfaManyUnused
        : words.mfaMany
  return {
    description: (
      <Worded
        text={text}
        values={{ date: <Day at={first.boundAt} />, time: used && <RelativeTime at={used} /> }}
      />
    ),
    badge: { tone: 'good', text: words.mfaDevices(devices.length) },
    action: { label: words.manage, to: '/security/devices' },
  }
}

function recoveryState({ virtualMfa, recoveryCodes }: Overview, words: Words): RowState {
  const { allowed, left, madeAt } = recoveryCodes
  if (!allowed) return { description: words.recoveryOff, badge: { tone: 'idle', text: words.badgeOff } }
  if (madeAt === null)
    return {
      description: words.recoveryNone,
      badge: { tone: 'idle', text: words.recoveryBadgeNone },
      action:
        virtualMfa.devices.length === 0
          ? undefined
          : { label: words.seeRecovery, to: '/security/recovery-codes' },
    }
  return {
    description: <Worded text={words.recoveryLeft(left)} values={{ time: <RelativeTime at={madeAt} /> }} />,
    badge: {
      tone: left === 0 ? 'bad' : left <= fewCodes ? 'warn' : 'good',
      text: words.recoveryBadge(left),
    },
    action: { label: words.seeRecovery, to: '/security/recovery-codes' },
  }
}

function trustedState({ trustedBrowsers: { days, browsers } }: Overview, words: TrustedWords): RowState {
  const [last] = browsers.toSorted((a, b) => Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt))
  return {
    description:
      last === undefined ? (
        days === 0 ? (
          words.offBody
        ) : (
          words.rowNone
        )
      ) : (
        <Worded text={words.rowSome} values={{ time: <RelativeTime at={last.lastUsedAt} /> }} />
      ),
    badge: { tone: 'idle', text: last === undefined ? words.badgeNone : words.badge(browsers.length) },
    action: { label: words.see, to: '/security/trusted-browsers' },
  }
}
