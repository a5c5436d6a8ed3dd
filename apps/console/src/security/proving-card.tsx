/** What proves that it is you beside signing in: email, phone, security questions. */
import { CardSection, RelativeTime } from '@sallyport/ui'
import { useSite } from '../app/use-site.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import type { Overview } from './overview.ts'
import { Row, type RowState } from './row.tsx'

type Words = ReturnType<typeof useTexts>['security']['overview']

/** What this server does not offer has no row. */
export function ProvingCard({ overview }: { readonly overview: Overview | undefined }) {
  const { security } = useTexts()
  const site = useSite()
  const words = security.overview
  return (
    <CardSection title={words.proving}>
      <Row title={words.email} state={overview && emailState(overview, words)} />
      {(overview?.phone.available ?? site?.phone) !== false && (
        <Row title={words.phone} state={overview && phoneState(overview, words)} />
      )}
      {(overview?.securityQuestions.available ?? site?.securityQuestions) !== false && (
        <Row title={words.questions} state={overview && questionsState(overview, words)} />
      )}
    </CardSection>
  )
}

function emailState({ email }: Overview, words: Words): RowState {
  return {
    description: email.address ?? words.notSetUp,
    badge: email.verified
      ? { tone: 'good', text: words.verified }
      : { tone: 'warn', text: words.emailUnverified },
    action: { label: words.changeEmail, to: '/security/email' },
  }
}

function phoneState({ phone: { hint, verifiedAt } }: Overview, words: Words): RowState {
  if (hint === null || verifiedAt === null)
    return {
      description: words.phoneNone,
      badge: { tone: 'idle', text: words.notSetUp },
      action: { label: words.addPhone, to: '/security/phone' },
    }
  return {
    description: <Worded text={words.phoneSet} values={{ hint, time: <RelativeTime at={verifiedAt} /> }} />,
    badge: { tone: 'good', text: words.verified },
    action: { label: words.changePhone, to: '/security/phone' },
  }
}

function questionsState({ securityQuestions: { setAt, off } }: Overview, words: Words): RowState {
  if (setAt === null)
    return {
      description: words.questionsNone,
      badge: { tone: 'idle', text: words.notSetUp },
      action: { label: words.setQuestions, to: '/security/questions' },
    }
  return {
    description: off ? (
      words.questionsOff
    ) : (
      <Worded text={words.questionsSet} values={{ time: <RelativeTime at={setAt} /> }} />
    ),
    badge: off
      ? { tone: 'bad', text: words.questionsBadgeOff }
      : { tone: 'good', text: words.questionsBadgeSet },
    action: { label: words.changeQuestions, to: '/security/questions' },
  }
}
