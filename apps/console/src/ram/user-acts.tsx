/** What can be done to a user at once, each behind a question. */
import { Button } from '@sallyport/ui'
import { useState } from 'react'
import { useFocusAfterChange } from '../app/use-focus-after-change.ts'
import { useTexts } from '../text/use-texts.tsx'
import { AskedAct } from './asked-act.tsx'
import { BypassCode } from './bypass-code.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

type Asked = 'reset' | 'bypass' | 'suspend' | 'resume' | 'remove' | 'restore'

/** Only what the user's state allows: who is in the bin can be restored and nothing else, and a bypass code stands in for a bound device. */
export function UserActs({
  user,
  mayWrite,
  mayReset,
}: {
  readonly user: User
  readonly mayWrite: boolean
  readonly mayReset: boolean
}) {
  const { ram } = useTexts()
  const words = ram.user
  const [asked, setAsked] = useState<Asked | null>(null)
  const props = (act: Asked) => ({ user, open: asked === act, onClose: () => setAsked(null) })
  const { name, state, devices } = user
  useFocusAfterChange(state)
  const there = state !== 'removed'
  return (
    <div className={styles['acts']}>
      {mayReset && there && <Button onClick={() => setAsked('reset')}>{words.resetMfa}</Button>}
      {mayReset && state === 'active' && devices > 0 && (
        <Button onClick={() => setAsked('bypass')}>{words.bypass}</Button>
      )}
      {mayWrite && state === 'active' && <Button onClick={() => setAsked('suspend')}>{words.suspend}</Button>}
      {mayWrite && state === 'suspended' && (
        <Button onClick={() => setAsked('resume')}>{words.resume}</Button>
      )}
      {mayWrite && there && (
        <Button kind="danger" onClick={() => setAsked('remove')}>
          {words.remove}
        </Button>
      )}
      {mayWrite && !there && <Button onClick={() => setAsked('restore')}>{words.restore}</Button>}
      <AskedAct
        {...props('reset')}
        act="POST /api/ram/users/:id/reset-mfa"
        title={words.resetMfaTitle(name)}
        body={words.resetMfaBody}
        verb={words.resetMfa}
        done={words.resetMfaDone}
      />
      <AskedAct
        {...props('suspend')}
        act="POST /api/ram/users/:id/suspend"
        title={words.suspendTitle(name)}
        body={words.suspendBody}
        verb={words.suspend}
        done={words.suspended}
      />
      <AskedAct
        {...props('resume')}
        act="POST /api/ram/users/:id/resume"
        title={words.resumeTitle(name)}
        body={words.resumeBody}
        verb={words.resume}
        done={words.resumed}
        gives
      />
      <AskedAct
        {...props('remove')}
        act="DELETE /api/ram/users/:id"
        title={words.removeTitle(name)}
        body={words.removeBody}
        verb={words.remove}
        done={words.removed}
        then="/ram/users"
      />
      <AskedAct
        {...props('restore')}
        act="POST /api/ram/users/:id/restore"
        title={words.restoreTitle(name)}
        body={words.restoreBody}
        verb={words.restore}
        done={words.restored}
        gives
      />
      <BypassCode {...props('bypass')} />
    </div>
  )
}
