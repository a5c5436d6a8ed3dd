/** Where one is signed in, and what happened last. */
import { CardSection, RelativeTime } from '@sallyport/ui'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { actionWords } from './action-words.ts'
import { type Overview, otherSessions } from './overview.ts'
import { Row, type RowState } from './row.tsx'

type Words = ReturnType<typeof useTexts>['security']

/** The last two rows of the security page. */
export function WhereCard({ overview }: { readonly overview: Overview | undefined }) {
  const { security } = useTexts()
  return (
    <CardSection title={security.overview.where}>
      <Row title={security.overview.sessions} state={overview && sessionsState(overview, security)} />
      <Row title={security.overview.recent} state={overview && recentState(overview, security)} />
    </CardSection>
  )
}

function sessionsState({ sessions }: Overview, { overview: words }: Words): RowState {
  const others = otherSessions(sessions)
  const [last] = others
  return {
    description:
      last === undefined ? (
        words.sessionsOne
      ) : (
        <Worded
          text={others.length === 1 ? words.sessionsTwo : words.sessionsMany(others.length)}
          values={{ browser: last.browser, time: <RelativeTime at={last.lastSeenAt} /> }}
        />
      ),
    badge: { tone: 'idle', text: String(sessions.length) },
    action: { label: words.seeSessions, to: '/security/sessions' },
  }
}

function recentState({ lastActivity }: Overview, words: Words): RowState {
  return {
    description:
      lastActivity === null ? (
        words.overview.recentNone
      ) : (
        <Worded
          text={words.overview.recentLast}
          values={{
            what: actionWords(lastActivity, words.activity),
            time: <RelativeTime at={lastActivity.at} />,
          }}
        />
      ),
    action: { label: words.overview.seeActivity, to: '/security/activity' },
  }
}
