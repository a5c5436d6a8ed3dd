/** `/ram/report`: who has which factors, filtered and ordered, and the credential report as CSV. */

import type { Reply } from '@sallyport/contract'
import { Badge, Button, Card, EmptyState, Notice, RelativeTime, SelectField, Skeleton } from '@sallyport/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { Day } from '../app/day.tsx'
import { leaveWhereDue } from '../app/leave-where-due.ts'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call, type Input, type Refused } from '../wire/call.ts'
import { download } from './download.ts'
import { ListFoot } from './list-foot.tsx'
import { ProgressCard } from './progress-card.tsx'
import styles from './ram.module.css'
import { pressed, type ReportField, readOrder } from './report-order.ts'
import { Table } from './table.tsx'
import { today } from './today.ts'
import { oneOf, useFilters } from './use-filters.ts'
import { useListed } from './use-listed.ts'
import { mfaFilter, mfaTones, standingOf } from './user.ts'

type FileKey = 'GET /api/ram/report-csv' | 'GET /api/ram/credential-report'
type Row = Reply<'GET /api/ram/report'>['rows'][number]

/** Ordered by the head of a column; the address keeps filter and order. */
export function ReportPage() {
  const { ram } = useTexts()
  const words = ram.report
  const filters = useFilters(['mfa', 'sort'])
  const mfa = oneOf(filters.values.mfa, mfaFilter)
  const order = readOrder(filters.values.sort)
  const list = useListed(['GET /api/ram/report', mfa, order.sort, order.order], async (after) => {
    const answer = await call('GET /api/ram/report', {
      query: { ...order, ...(mfa === undefined ? {} : { mfa }), ...(after === undefined ? {} : { after }) },
    })
    if (!answer.ok) throw answer.refused
    return answer.value
  })
  const column = (label: string, field: ReportField) => ({
    label,
    direction: order.sort === field ? order.order : undefined,
    onSort: () => filters.set('sort', pressed(order, field)),
  })
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title}>{words.lead}</PageHead>
        <ReportFiles query={{ ...order, ...(mfa === undefined ? {} : { mfa }) }} />
      </div>
      <ProgressCard />
      <div className={styles['filters']}>
        <SelectField
          label={words.filter}
          name="mfa"
          value={mfa ?? ''}
          onChange={(value) => filters.set('mfa', value)}
          options={[
            { value: '', label: ram.any },
            { value: 'with', label: ram.users.withMfa },
            { value: 'without', label: ram.users.withoutMfa },
          ]}
        />
      </div>
      {list.refused !== null && <AskFault refused={list.refused} onAgain={list.again} />}
      {list.refused === null && (list.rows === undefined || (list.rows.length === 0 && list.hasMore)) && (
        <Skeleton height={420} />
      )}
      {list.rows?.length === 0 && !list.hasMore && (
        <Card>
          <EmptyState title={mfa !== undefined ? words.nobodyTitle : words.emptyTitle}>
            {mfa !== undefined ? words.nobodyBody : words.emptyBody}
          </EmptyState>
        </Card>
      )}
      {list.rows !== undefined && list.rows.length > 0 && (
        <Table
          label={words.table}
          columns={[
            column(words.user, 'name'),
            words.mfa,
            words.factors,
            column(words.bound, 'boundAt'),
            column(words.used, 'lastUsedAt'),
            column(words.lastSignIn, 'lastSignInAt'),
          ]}
        >
          {list.rows.map((row) => (
            <ReportRow key={row.id} row={row} />
          ))}
        </Table>
      )}
      <ListFoot list={list} />
    </>
  )
}

function ReportRow({ row }: { readonly row: Row }) {
  const { ram } = useTexts()
  const standing = standingOf(row)
  const known: Readonly<Record<string, string>> = ram.factors
  return (
    <tr>
      <th scope="row">
        <Link to={`/ram/users/${row.id}`}>{row.signInName}</Link>
        {row.displayName !== '' && <small>{row.displayName}</small>}
      </th>
      <td>
        <Badge tone={mfaTones[standing]}>{ram.mfa[standing]}</Badge>
      </td>
      <td className={row.factors.length === 0 ? styles['soft'] : undefined}>
        {row.factors.length === 0
          ? ram.none
          : row.factors.map((factor) => known[factor] ?? factor).join(', ')}
      </td>
      <td className={styles['nowrap']}>{row.boundAt === null ? '—' : <Day at={row.boundAt} />}</td>
      <Moment at={row.lastUsedAt} />
      <Moment at={row.lastSignInAt} />
    </tr>
  )
}

function Moment({ at }: { readonly at: string | null }) {
  const { ram } = useTexts()
  return (
    <td className={styles['nowrap']}>
      {at === null ? <span className={styles['soft']}>{ram.never}</span> : <RelativeTime at={at} />}
    </td>
  )
}

/** Both as files: the list as it is filtered and ordered, and everybody under the cloud's column names. */
function ReportFiles({ query }: { readonly query: Input<'GET /api/ram/report-csv'>['query'] }) {
  const { ram, refusals } = useTexts()
  const words = ram.report
  const [busy, setBusy] = useState<FileKey | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  async function fetchFile(key: FileKey, name: string) {
    setBusy(key)
    setRefused(null)
    const answer = key === 'GET /api/ram/report-csv' ? await call(key, { query }) : await call(key)
    setBusy(null)
    if (answer.ok) download(name, answer.value.csv, 'text/csv')
    else if (!leaveWhereDue(answer.refused)) setRefused(answer.refused)
  }
  return (
    <div>
      <div className={styles['acts']}>
        <Button
          busy={busy === 'GET /api/ram/report-csv'}
          onClick={() => void fetchFile('GET /api/ram/report-csv', words.listFileName(today()))}
        >
          {words.csv}
        </Button>
        <Button
          busy={busy === 'GET /api/ram/credential-report'}
          onClick={() => void fetchFile('GET /api/ram/credential-report', words.fileName(today()))}
        >
          {words.credentials}
        </Button>
      </div>
      {refused !== null && <Notice tone="bad">{sentenceOf(refused, refusals)}</Notice>}
    </div>
  )
}
