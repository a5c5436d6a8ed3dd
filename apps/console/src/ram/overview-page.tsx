/** `/ram`: the account at a glance: counts, score, what to do next, and 30 days in charts. */
import { CardSection, Skeleton } from '@sallyport/ui'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import { AdviceCard } from './advice-card.tsx'
import { Chart } from './chart.tsx'
import styles from './ram.module.css'
import { Tile } from './tile.tsx'

/** Told apart by their patterns, never by colour. */
const factorLines = [
  { factor: 'password', pattern: undefined },
  { factor: 'virtualMfa', pattern: '10 4' },
  { factor: 'recoveryCode', pattern: '2 4' },
  { factor: 'bypassCode', pattern: '10 4 2 4' },
] as const

/** The account's id stands under the heading: users sign in by it. */
export function OverviewPage() {
  const { ram } = useTexts()
  const words = ram.overview
  const asked = useAsk('GET /api/ram/overview')
  const data = asked.data
  if (data === undefined)
    return (
      <>
        <PageHead title={words.title}> </PageHead>
        {asked.error === null ? (
          <Skeleton height={640} />
        ) : (
          <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
        )}
      </>
    )
  const { users, days } = data
  const filled = (text: string) => text.replace('{id}', data.accountId).replace('{alias}', data.alias ?? '')
  const share = users.active === 0 ? null : Math.floor((users.withMfa / users.active) * 100)
  const dates = days.map(({ day }) => day)
  return (
    <>
      <PageHead title={words.title}>{filled(data.alias === null ? words.account : words.alias)}</PageHead>
      <div className={styles['tiles']}>
        <Tile figure={String(data.score)} words={`${words.score}, ${words.of100}`} />
        <Tile
          figure={share === null ? '0' : `${share} %`}
          words={share === null ? words.withMfa : words.withMfaOf(users.withMfa, users.active)}
        />
        <Tile
          figure={String(users.obligedWithoutMfa)}
          words={words.behind}
          tone={users.obligedWithoutMfa > 0 ? 'warn' : undefined}
        />
        <Tile figure={String(users.active)} words={words.active} />
        <Tile figure={String(users.suspended)} words={words.suspended} />
        <Tile figure={String(users.removed)} words={words.removed} />
      </div>
      <AdviceCard advice={data.advice} />
      <div className={styles['two']}>
        <div className={styles['wideCard']}>
          <CardSection title={words.charts.adoption}>
            <Chart
              label={words.charts.adoptionAxis}
              days={dates}
              lines={[{ name: words.charts.withMfa, values: days.map(({ withMfa }) => withMfa) }]}
            />
          </CardSection>
        </div>
        <CardSection title={words.charts.signIns}>
          <Chart
            label={words.charts.signInsAxis}
            days={dates}
            lines={[
              { name: words.charts.twoSteps, values: days.map(({ twoStepSignIns }) => twoStepSignIns) },
              { name: words.charts.allSignIns, values: days.map(({ signIns }) => signIns), dashed: true },
            ]}
          />
        </CardSection>
        <CardSection title={words.charts.refused}>
          <Chart
            label={words.charts.refusedAxis}
            days={dates}
            lines={[{ name: words.charts.refusals, values: days.map(({ refused }) => refused) }]}
          />
        </CardSection>
        <div className={styles['wideCard']}>
          <CardSection title={ram.byFactor.title}>
            <Chart
              label={ram.byFactor.axis}
              days={dates}
              lines={factorLines.map(({ factor, pattern }) => ({
                name: ram.byFactor[factor],
                values: days.map(({ byFactor }) => byFactor[factor]),
                ...(pattern === undefined ? {} : { pattern }),
              }))}
            />
          </CardSection>
        </div>
      </div>
    </>
  )
}
