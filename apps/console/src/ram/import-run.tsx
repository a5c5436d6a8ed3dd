/** The preview of an import, its progress, and its report. */
import { Badge, Button, Notice } from '@sallyport/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { LeaveGuard } from '../app/leave-guard.tsx'
import pages from '../app/pages.module.css'
import { type Sentence, sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { download } from './download.ts'
import styles from './import.module.css'
import { type LineOutcome, type Previewed, reportCsv, reportOf } from './import-report.ts'
import ram from './ram.module.css'
import { Table } from './table.tsx'
import { today } from './today.ts'
import { useImport } from './use-import.ts'

/** `onStart` is called when there is no way back to the file. */
export function ImportRun({
  previewed,
  onStart,
  onAnother,
}: {
  readonly previewed: Previewed
  readonly onStart: () => void
  readonly onAnother: () => void
}) {
  const texts = useTexts()
  const words = texts.ram.importing
  const navigate = useNavigate()
  const { done, busy, stopped, refused, run } = useImport()
  const lines = previewed.lines.flatMap(({ user }) => user ?? [])
  const finished = done.length === lines.length && lines.length > 0
  const report = reportOf(previewed.lines, done)
  const started = busy || stopped || done.length > 0
  const created = report.filter(({ outcome }) => outcome === 'created').length
  const passwords = report.some(({ password }) => password !== null)
  const [kept, setKept] = useState(false)
  const losable = passwords && !kept

  function said(outcome: LineOutcome): string {
    const own: Partial<Record<LineOutcome, Sentence>> = words.outcomes
    const sentence = own[outcome]
    if (typeof sentence === 'string') return sentence
    return sentenceOf({ code: outcome as keyof typeof texts.refusals }, texts.refusals)
  }
  function start() {
    onStart()
    void run(lines, previewed.firstPassword)
  }
  const shown = started
    ? report
    : previewed.lines.map((line) => ({ ...line, password: null as string | null }))
  return (
    <>
      <div className={pages['between']}>
        <p role="status">
          {finished
            ? words.report(created, report.length - created)
            : started
              ? words.progressOf(done.length, lines.length)
              : lines.length === 0
                ? words.none
                : words.would(lines.length, previewed.lines.length)}
        </p>
        {!started && lines.length > 0 && (
          <Button kind="filled" onClick={start}>
            {words.run(lines.length)}
          </Button>
        )}
        {finished && (
          <div className={pages['actions']}>
            {!losable && <Button onClick={onAnother}>{words.another}</Button>}
            <Button onClick={() => navigate('/ram/users')}>{words.toUsers}</Button>
            <Button
              kind="filled"
              onClick={() => {
                download(words.fileName(today()), reportCsv(report, said), 'text/csv')
                setKept(true)
              }}
            >
              {words.download}
            </Button>
          </div>
        )}
      </div>
      {started && !finished && (
        <progress
          className={styles['progress']}
          aria-label={words.progress}
          value={done.length}
          max={lines.length}
        />
      )}
      {stopped && (
        <Notice
          tone="warn"
          title={words.stopped}
          action={
            <Button size="small" onClick={start}>
              {words.goOn}
            </Button>
          }
        >
          {refused === null ? null : sentenceOf(refused, texts.refusals)}
        </Notice>
      )}
      {passwords && <Notice tone="warn">{words.once}</Notice>}
      {losable && <LeaveGuard title={words.leaveTitle}>{words.leaveBody}</LeaveGuard>}
      {shown.length > 0 && (
        <Table
          label={started ? words.reportTable : words.previewTable}
          columns={[words.line, words.name, words.outcome, ...(passwords ? [words.password] : [])]}
        >
          {shown.map(({ line, name, outcome, password }) => (
            <tr key={line}>
              <td className={ram['nowrap']}>{line}</td>
              <th scope="row">{name}</th>
              <td>
                {outcome === 'create' || outcome === 'created' ? (
                  <Badge tone="good">{said(outcome)}</Badge>
                ) : (
                  <span className={styles['refused']}>{said(outcome)}</span>
                )}
              </td>
              {passwords && <td className={ram['nowrap']}>{password !== null && <code>{password}</code>}</td>}
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
