/** One row of the security page, with room kept while its state is on the way. */
import { Badge, Button, SettingRow, type Tone } from '@sallyport/ui'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import pages from '../app/pages.module.css'

/** What a row says once its state is known. */
export type RowState = {
  readonly description: ReactNode
  readonly badge?: { readonly tone: Tone; readonly text: string } | undefined
  readonly action?:
    | { readonly label: string; readonly to: string; readonly filled?: boolean | undefined }
    | undefined
}

/** `state` undefined draws the row with its title alone. */
export function Row({ title, state }: { readonly title: string; readonly state: RowState | undefined }) {
  const navigate = useNavigate()
  if (state === undefined)
    return (
      <SettingRow
        title={title}
        description={<span className={pages['await']} aria-hidden="true" />}
        action={<span className={pages['awaitButton']} aria-hidden="true" />}
      />
    )
  const { description, badge, action } = state
  return (
    <SettingRow
      title={title}
      description={description}
      badge={badge === undefined ? undefined : <Badge tone={badge.tone}>{badge.text}</Badge>}
      action={
        action === undefined ? undefined : (
          <Button
            size="small"
            kind={action.filled === true ? 'filled' : 'quiet'}
            onClick={() => navigate(action.to, { state: { from: '/security' } })}
          >
            {action.label}
          </Button>
        )
      }
    />
  )
}
