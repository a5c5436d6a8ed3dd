/** How codes are shown, and when they lock. */
import { CardSection, CheckBox, SelectField } from '@sallyport/ui'
import type { VaultSettings } from '@sallyport/vault'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './settings.module.css'
import { useSettingsTexts } from './use-settings-texts.ts'

const ORDERS: readonly VaultSettings['order'][] = ['by_hand', 'by_use', 'by_name']
/** Minutes; 0 is never. */
const LOCKS = [1, 2, 5, 15, 60, 0]

export function CodesSection() {
  const words = useSettingsTexts()
  const { content, slots, actions } = useOpenVault()
  const { hideCodes, order, lockAfterMinutes } = content.settings
  const byDevice = slots.some((slot) => slot.kind === 'device')
  const minutes = LOCKS.includes(lockAfterMinutes) ? LOCKS : [lockAfterMinutes, ...LOCKS]
  return (
    <CardSection title={words.codes}>
      <div className={styles['fields']}>
        <CheckBox
          label={words.hide}
          checked={hideCodes}
          onChange={(checked) => void actions.changeSettings({ hideCodes: checked })}
        />
        <SelectField
          label={words.order}
          name="order"
          value={order}
          options={ORDERS.map((value) => ({ value, label: words.orders[value] }))}
          onChange={(value) => {
            const chosen = ORDERS.find((one) => one === value)
            if (chosen !== undefined) void actions.changeSettings({ order: chosen })
          }}
        />
        <SelectField
          label={words.lockAfter}
          name="lock-after"
          value={String(lockAfterMinutes)}
          description={byDevice ? words.lockByDevice : undefined}
          options={minutes.map((value) => ({
            value: String(value),
            label: value === 0 ? words.lockNever : words.lockMinutes(value),
          }))}
          onChange={(value) => void actions.changeSettings({ lockAfterMinutes: Number(value) })}
        />
      </div>
    </CardSection>
  )
}
