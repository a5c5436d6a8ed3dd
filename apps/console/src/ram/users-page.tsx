/** `/ram/users`: the users of the account, searched and filtered. */
import { Button, Card, EmptyState, SelectField, Skeleton, TextField } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useMay } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { useAllGroups } from './group.ts'
import { ListFoot } from './list-foot.tsx'
import styles from './ram.module.css'
import { Table } from './table.tsx'
import { oneOf, useFilters } from './use-filters.ts'
import { useListed } from './use-listed.ts'
import { useSettled } from './use-settled.ts'
import { mfaFilter, stateFilter } from './user.ts'
import { UserRow } from './user-row.tsx'

const SETTLE_MS = 250

/** What is typed is searched for, and stands in the address, once the typing rests; the rows of before stay until then. */
export function UsersPage() {
  const { ram } = useTexts()
  const words = ram.users
  const navigate = useNavigate()
  const mayWrite = useMay('users.write')
  const filters = useFilters(['search', 'state', 'mfa', 'group'])
  const addressed = filters.values.search
  const [typed, setTyped] = useState(addressed)
  const search = useSettled(typed.trim(), SETTLE_MS)
  const rests = search === typed.trim()
  const { set } = filters
  useEffect(() => {
    if (rests && search !== addressed) set('search', search)
  }, [rests, search, addressed, set])
  const state = oneOf(filters.values.state, stateFilter)
  const mfa = oneOf(filters.values.mfa, mfaFilter)
  const groups = useAllGroups()
  const group = filters.values.group
  const list = useListed(['GET /api/ram/users', search, state, mfa, group], async (after) => {
    const answer = await call('GET /api/ram/users', {
      query: {
        ...(search === '' ? {} : { search }),
        ...(state === undefined ? {} : { state }),
        ...(mfa === undefined ? {} : { mfa }),
        ...(group === '' ? {} : { group }),
        ...(after === undefined ? {} : { after }),
      },
    })
    if (!answer.ok) throw answer.refused
    return { rows: answer.value.users, next: answer.value.next }
  })
  function clear() {
    setTyped('')
    filters.clear()
  }
  const create = mayWrite && (
    <div className={pages['actions']}>
      <Button onClick={() => navigate('/ram/users/import')}>{ram.importing.open}</Button>
      <Button kind="filled" onClick={() => navigate('/ram/users/new')}>
        {words.create}
      </Button>
    </div>
  )
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title}>{words.lead}</PageHead>
        {create}
      </div>
      <search className={styles['filters']}>
        <div className={styles['wideFilter']}>
          <TextField
            label={words.search}
            name="search"
            type="search"
            autoComplete="off"
            maxLength={64}
            value={typed}
            onChange={setTyped}
            placeholder={words.searchHint}
          />
        </div>
        <SelectField
          label={words.state}
          name="state"
          value={state ?? ''}
          onChange={(value) => filters.set('state', value)}
          options={[
            { value: '', label: words.notRemoved },
            ...stateFilter.map((value) => ({ value, label: ram.states[value] })),
          ]}
        />
        <SelectField
          label={words.mfa}
          name="mfa"
          value={mfa ?? ''}
          onChange={(value) => filters.set('mfa', value)}
          options={[
            { value: '', label: ram.any },
            { value: 'with', label: words.withMfa },
            { value: 'without', label: words.withoutMfa },
          ]}
        />
        {(groups.length > 0 || group !== '') && (
          <SelectField
            label={ram.groups.filter}
            name="group"
            value={group}
            onChange={(value) => filters.set('group', value)}
            options={[
              { value: '', label: ram.any },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </search>
      {list.refused !== null && <AskFault refused={list.refused} onAgain={list.again} />}
      {list.rows === undefined && list.refused === null && <Skeleton height={420} />}
      {list.rows?.length === 0 && !list.hasMore && (
        <Card>
          {filters.any ? (
            <EmptyState title={words.nobodyTitle} action={<Button onClick={clear}>{words.clear}</Button>}>
              {words.nobodyBody}
            </EmptyState>
          ) : (
            <EmptyState title={words.emptyTitle}>
              {mayWrite ? words.emptyBody : words.emptyBodyRead}
            </EmptyState>
          )}
        </Card>
      )}
      {list.rows?.length === 0 && list.hasMore && <Skeleton height={420} />}
      {list.rows !== undefined && list.rows.length > 0 && (
        <Table
          label={words.table}
          columns={[words.name, words.state, words.mfa, words.role, words.lastSignIn]}
        >
          {list.rows.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table>
      )}
      <p className={pages['soft']} role="status">
        {list.rows !== undefined && list.rows.length > 0 && words.shown(list.rows.length)}
      </p>
      <ListFoot list={list} />
    </>
  )
}
