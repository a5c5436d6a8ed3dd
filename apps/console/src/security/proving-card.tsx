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
        <Row
          title={words.questions}
          state={overview && questionsState(overview, words, security.questions.remove)}
        />
      )}
    </CardSection>
  )
}

function emailState({ email }: Overview, words: Words): RowState {
  return {
    description:
      email.address === null ? (
        words.notSetUp
      ) : email.allowed ? (
        email.address
      ) : (
        <Worded text={words.emailNoProof} values={{ address: email.address }} />
      ),
    badge: email.verified
      ? { tone: 'good', text: words.verified }
      : { tone: 'warn', text: words.emailUnverified },
    action: { label: words.changeEmail, to: '/security/email' },
  }
}

function phoneState({ phone: { allowed, hint, verifiedAt } }: Overview, words: Words): RowState {
  if (hint === null || verifiedAt === null)
    return {
      description: allowed ? words.phoneNone : words.phoneNoneNoProof,
      badge: { tone: 'idle', text: words.notSetUp },
      action: { label: words.addPhone, to: '/security/phone' },
    }
  return {
    description: allowed ? (
      <Worded text={words.phoneSet} values={{ hint, time: <RelativeTime at={verifiedAt} /> }} />
    ) : (
      <Worded text={words.phoneNoProof} values={{ hint }} />
    ),
    badge: { tone: 'good', text: words.verified },
    action: { label: words.changePhone, to: '/security/phone' },
  }
}

/** @param remove what leads to the page where those that were set can be removed */
function questionsState({ securityQuestions }: Overview, words: Words, remove: string): RowState {
  const { allowed, setAt, off } = securityQuestions
  if (!allowed)
    return {
      description: words.questionsNoProof,
      badge: { tone: 'idle', text: words.badgeOff },
      action: setAt === null ? undefined : { label: remove, to: '/security/questions' },
    }
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
