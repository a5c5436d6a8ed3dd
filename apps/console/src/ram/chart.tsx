/** A line over days that answers one question, drawn as wide as its place so that its words keep their size; the numbers stand in a table below. */
import { dateLocale, useUiWords } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import styles from './chart.module.css'
import { labelTops, linePath, niceTop, type Plot } from './chart-maths.ts'
import { useWidth } from './use-width.ts'

export type ChartLine = {
  readonly name: string
  readonly values: readonly number[]
  readonly dashed?: boolean
  /** A pattern of its own, for a line beside others of the same weight; the name says which it is. */
  readonly pattern?: string
}

const HEIGHT = 180
const PLOT = { left: 40, top: 14, bottom: HEIGHT - 30 }
/** Room for the names at the ends of the lines, in pixels: at least so much, and so much a letter. */
const NAMES = { least: 84, letter: 7.5, gap: 12 }

/** `label` says what is drawn; the first line is filled, the dashed ones are beside it. */
export function Chart({
  label,
  days,
  lines,
}: {
  readonly label: string
  readonly days: readonly string[]
  readonly lines: readonly ChartLine[]
}) {
  const { locale } = useUiWords()
  const [box, width] = useWidth()
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const dayWords = (day: string | undefined) => (day === undefined ? '' : format.format(Date.parse(day)))
  const top = niceTop(Math.max(0, ...lines.flatMap(({ values }) => values)))
  const room = NAMES.gap + NAMES.letter * Math.max(...lines.map(({ name }) => name.length))
  const names = Math.max(NAMES.least, room)
  const plot: Plot = { ...PLOT, right: Math.max(PLOT.left + 40, width - names), top: PLOT.top, highest: top }
  const heights = labelTops(
    lines.map(({ values }) => values.at(-1) ?? 0),
    plot,
  )
  const middle = Math.floor((days.length - 1) / 2)
  return (
    <div className={styles['chart']}>
      <div ref={box} className={styles['box']}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} role="img" aria-label={label}>
            {[0, 0.5, 1].map((share) => {
              const y = plot.bottom - share * (plot.bottom - plot.top)
              return (
                <g key={share}>
                  <path className={styles['grid']} d={`M${plot.left} ${y}H${plot.right}`} />
                  <text className={styles['word']} x={plot.left - 8} y={y + 4} textAnchor="end">
                    {top * share}
                  </text>
                </g>
              )
            })}
            <text className={styles['word']} x={plot.left} y={HEIGHT - 8}>
              {dayWords(days[0])}
            </text>
            <text
              className={styles['word']}
              x={(plot.left + plot.right) / 2}
              y={HEIGHT - 8}
              textAnchor="middle"
            >
              {dayWords(days[middle])}
            </text>
            <text className={styles['word']} x={plot.right} y={HEIGHT - 8} textAnchor="end">
              {dayWords(days.at(-1))}
            </text>
            {lines.map(({ name, values, dashed = false, pattern }, index) => (
              <g key={name}>
                {!dashed && pattern === undefined && (
                  <path
                    className={styles['area']}
                    d={`${linePath(values, plot)}V${plot.bottom}H${plot.left}Z`}
                  />
                )}
                <path
                  className={dashed ? styles['dashed'] : styles['line']}
                  d={linePath(values, plot)}
                  strokeDasharray={pattern}
                />
                <text className={styles['name']} x={plot.right + 8} y={(heights[index] ?? 0) + 4}>
                  {name}
                </text>
              </g>
            ))}
          </svg>
        )}
      </div>
      <Numbers days={days} lines={lines} label={label} dayWords={dayWords} />
    </div>
  )
}

function Numbers({
  days,
  lines,
  label,
  dayWords,
}: {
  readonly days: readonly string[]
  readonly lines: readonly ChartLine[]
  readonly label: string
  readonly dayWords: (day: string) => string
}) {
  const { ram } = useTexts()
  return (
    <details className={styles['numbers']}>
      <summary>{ram.overview.charts.table}</summary>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{ram.overview.charts.day}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              {lines.map(({ name, values }) => (
                <td key={name}>{values[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
