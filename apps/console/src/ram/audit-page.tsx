/** `/ram/audit`: every security event of the account, filtered, as it comes, and as a file. */
import { Button, Card, CheckBox, EmptyState, SelectField, Skeleton } from '@sallyport/ui'
import { useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'
import { AuditExportButtons } from './audit-export.tsx'
import { AuditRow } from './audit-row.tsx'
import styles from './ram.module.css'
import { Table } from './table.tsx'
import { type AuditFilter, useAuditTrail } from './use-audit-trail.ts'
import { oneOf, useFilters } from './use-filters.ts'

const outcomes = ['succeeded', 'refused'] as const
const USER_ID = /^[a-z]{3}_[A-Za-z0-9_-]{1,60}$/

/** New events stand above the others as they come; the browser keeps in view what is read further down. */
export function AuditPage() {
  const { ram, security } = useTexts()
  const words = ram.audit
  const filters = useFilters(['action', 'outcome', 'user'])
  const [live, setLive] = useState(true)
  const actions = Object.entries<string>(security.activity.actions)
  const action = actions.find(([name]) => name === filters.values.action)?.[0]
  const outcome = oneOf(filters.values.outcome, outcomes)
  const user = USER_ID.test(filters.values.user) ? filters.values.user : undefined
  const filter: AuditFilter = {
    ...(action === undefined ? {} : { action }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(user === undefined ? {} : { user }),
  }
  const trail = useAuditTrail(filter, live)
  const { events, came } = trail
  return (
    <>
      <PageHead title={words.title}>{words.lead}</PageHead>
      <div className={styles['filters']}>
        <SelectField
          label={words.action}
          name="action"
          value={action ?? ''}
          onChange={(value) => filters.set('action', value)}
          options={[{ value: '', label: ram.any }, ...actions.map(([value, label]) => ({ value, label }))]}
        />
        <SelectField
          label={words.outcome}
          name="outcome"
          value={outcome ?? ''}
          onChange={(value) => filters.set('outcome', value)}
          options={[
            { value: '', label: ram.any },
            ...outcomes.map((value) => ({ value, label: words[value] })),
          ]}
        />
      </div>
      {user !== undefined && (
        <div className={styles['once']}>
          <span>{words.person(events?.find(({ subject }) => subject === user)?.subjectName ?? user)}</span>
          <Button size="small" onClick={() => filters.set('user', '')}>
            {words.everybody}
          </Button>
        </div>
      )}
      <CheckBox label={words.live} checked={live} onChange={setLive} />
      <AuditExportButtons key={JSON.stringify(filter)} filter={filter} disabled={!events?.length} />
      {trail.refused !== null && <AskFault refused={trail.refused} onAgain={trail.again} />}
      {events === undefined && trail.refused === null && <Skeleton height={480} />}
      {events?.length === 0 && (
        <Card>
          <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
        </Card>
      )}
      {events !== undefined && events.length > 0 && (
        <>
          <p className={pages['soft']} role="status">
            {live && came > 0 ? words.came(came, events.length) : words.shown(events.length)}
          </p>
          <Table
            stacked
            label={words.table}
            columns={[words.at, words.what, words.who, words.whom, words.where]}
          >
            {events.map((event) => (
              <AuditRow key={event.seq} event={event} toUser={(id) => filters.address('user', id)} />
            ))}
          </Table>
          {trail.hasOlder ? (
            <div>
              <Button busy={trail.busy} onClick={trail.older}>
                {words.older}
              </Button>
            </div>
          ) : (
            <p className={pages['soft']}>{words.end}</p>
          )}
        </>
      )}
    </>
  )
}
