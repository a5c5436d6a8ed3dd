/** Gives a user a role; the owner alone sees it. */
import { Button, CardSection, SelectField, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { AskDialog } from '../security/ask-dialog.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import { oneOf } from './use-filters.ts'
import type { User } from './user.ts'

const given = ['none', 'helpdesk', 'security_auditor', 'ram_administrator'] as const

/** `owner` cannot be given. */
export function RoleForm({ user }: { readonly user: User }) {
  const { ram } = useTexts()
  const words = ram.user
  const toast = useToast()
  const give = useAct('PUT /api/ram/users/:id/role', 'manage_users')
  const [role, setRole] = useState(oneOf(user.role, given) ?? 'none')
  const [asked, setAsked] = useState(false)
  async function yes() {
    if ((await give.run({ params: { id: user.id }, body: { role } })) === null) return
    setAsked(false)
    toast({ message: words.roleGiven })
  }
  return (
    <CardSection title={words.rights}>
      <div className={styles['fields']}>
        <SelectField
          label={words.role}
          name="role"
          value={role}
          onChange={(value) => setRole(oneOf(value, given) ?? 'none')}
          description={ram.roleHints[role]}
          options={given.map((value) => ({ value, label: ram.roles[value] }))}
        />
        <div>
          <Button size="small" disabled={role === user.role} onClick={() => setAsked(true)}>
            {words.giveRole}
          </Button>
        </div>
      </div>
      <AskDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={words.giveRoleTitle(user.name, ram.roles[role])}
        verb={words.giveRole}
        gives
        act={give}
        onYes={() => void yes()}
      >
        {words.giveRoleBody}
      </AskDialog>
    </CardSection>
  )
}
