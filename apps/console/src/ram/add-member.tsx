/** Finds users by the beginning of a name and puts them into a group. */
import { outranks } from '@sallyport/contract/permissions'
import { Button, CardSection, FormError, TextField, useToast } from '@sallyport/ui'
import { useRef, useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { useMe } from '../app/use-me.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Group } from './group.ts'
import styles from './ram.module.css'
import { useSettled } from './use-settled.ts'
import type { User } from './user.ts'

const SETTLE_MS = 250
/** More than these are found by typing more. */
const SHOWN = 8

/** Only users whom the role may change are offered. */
export function AddMember({ group }: { readonly group: Group }) {
  const { ram, refusals } = useTexts()
  const words = ram.groups
  const me = useMe()
  const toast = useToast()
  const add = useAct('PUT /api/ram/groups/:groupId/members/:id', 'manage_users')
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), SETTLE_MS)
  const asked = useAsk('GET /api/ram/users', { query: { search }, enabled: search !== '' })
  const inside = useAsk('GET /api/ram/users', {
    query: { search, group: group.id },
    enabled: search !== '',
  })
  const members = new Set(inside.data?.users.map(({ id }) => id))
  const found =
    search === ''
      ? []
      : (asked.data?.users ?? []).filter((user) => me !== undefined && outranks(me.role, user.role))
  const field = useRef<HTMLInputElement>(null)
  useFocusAfterRemoval(found.length, field)
  async function put(user: User) {
    if ((await add.run({ params: { groupId: group.id, id: user.id } })) === null) return
    setTyped('')
    toast({ message: words.added(user.name) })
  }
  return (
    <CardSection title={words.add}>
      <div className={styles['fields']}>
        <TextField
          label={ram.users.search}
          name="member"
          type="search"
          autoComplete="off"
          maxLength={64}
          value={typed}
          onChange={setTyped}
          inputRef={field}
          description={words.addHint}
        />
        {add.refused !== null && <FormError>{sentenceOf(add.refused, refusals)}</FormError>}
        {found.length > 0 && (
          <ul className={styles['found']} aria-label={words.found}>
            {found.slice(0, SHOWN).map((user) => (
              <li key={user.id}>
                <span>
                  {user.name}
                  {user.displayName !== '' && <span className={styles['foundName']}>{user.displayName}</span>}
                </span>
                {members.has(user.id) ? (
                  <span className={styles['soft']}>{words.already}</span>
                ) : (
                  <Button size="small" busy={add.busy} onClick={() => void put(user)}>
                    {words.addUser(user.name)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className={styles['soft']} role="status">
          {search !== '' && asked.data !== undefined && found.length === 0 && words.nobodyFound}
        </p>
      </div>
    </CardSection>
  )
}
