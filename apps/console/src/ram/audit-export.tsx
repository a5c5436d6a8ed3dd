/** The buttons that export the audit trail, and how far an export is. */
import { Button, Notice } from '@sallyport/ui'
import pages from '../app/pages.module.css'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { auditCsv, auditJsonLines } from './audit-file.ts'
import { download } from './download.ts'
import styles from './ram.module.css'
import { today } from './today.ts'
import { useAuditExport } from './use-audit-export.ts'
import type { AuditFilter } from './use-audit-trail.ts'

/** A file holds everything that the filters let through, whatever is loaded on the page. */
export function AuditExportButtons({
  filter,
  disabled,
}: {
  readonly filter: AuditFilter
  readonly disabled: boolean
}) {
  const { ram, refusals } = useTexts()
  const words = ram.audit
  const { progress, refused, stop, run } = useAuditExport()
  async function save(ending: 'csv' | 'jsonl') {
    const events = await run(filter)
    if (events === null) return
    const csv = ending === 'csv'
    const text = csv ? auditCsv(events) : auditJsonLines(events)
    download(`${words.fileName(today())}.${ending}`, text, csv ? 'text/csv' : 'application/jsonl')
  }
  const off = disabled || progress !== null
  return (
    <div className={styles['export']}>
      <div className={styles['acts']}>
        <Button size="small" disabled={off} onClick={() => void save('csv')}>
          {words.csv}
        </Button>
        <Button size="small" disabled={off} onClick={() => void save('jsonl')}>
          {words.jsonLines}
        </Button>
      </div>
      {progress === null ? (
        <p className={pages['soft']}>{words.exportNote}</p>
      ) : (
        <div className={styles['tight']}>
          <progress className={styles['progress']} aria-label={words.exporting} value={progress.share} />
          <div className={pages['between']}>
            <span className={pages['soft']}>{words.fetched(progress.events, progress.perSecond)}</span>
            <Button size="small" onClick={stop}>
              {words.stop}
            </Button>
          </div>
        </div>
      )}
      {refused !== null && <Notice tone="bad">{sentenceOf(refused, refusals)}</Notice>}
    </div>
  )
}
