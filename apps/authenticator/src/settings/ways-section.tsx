/** What opens the vault: each way with what it means, and the ways that can be added. */
import { Button, CardSection, SettingRow } from '@sallyport/ui'
import type { Slot } from '@sallyport/vault'
import { hasPasskeys, passkeysHere } from '../vault/passkey.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './settings.module.css'
import type { Step } from './step.ts'
import { useSettingsTexts } from './use-settings-texts.ts'

export function WaysSection({ onStep }: { readonly onStep: (step: Step) => void }) {
  const words = useSettingsTexts()
  const { slots } = useOpenVault()
  const has = (kind: Slot['kind']): boolean => slots.some((slot) => slot.kind === kind)

  return (
    <CardSection title={words.ways}>
      {slots.map((slot) => (
        <SettingRow
          key={slot.id}
          title={words.wayNames[slot.kind]}
          description={
            slot.kind === 'passkey' && passkeysHere([slot]).length === 0
              ? words.passkeyElsewhere(slot.rpId)
              : words.wayWhats[slot.kind]
          }
          action={
            <span className={styles['acts']}>
              {slot.kind === 'passphrase' && (
                <Button size="small" onClick={() => onStep({ name: 'passphrase', slotId: slot.id })}>
                  {words.changePassphrase}
                </Button>
              )}
              <Button size="small" kind="danger" onClick={() => onStep({ name: 'remove', slot })}>
                {words.removeWay}
              </Button>
            </span>
          }
        />
      ))}
      <div className={styles['fields']}>
        <div className={styles['acts']}>
          {!has('passphrase') && (
            <Button size="small" onClick={() => onStep({ name: 'passphrase', slotId: undefined })}>
              {words.addPassphrase}
            </Button>
          )}
          {hasPasskeys() && (
            <Button size="small" onClick={() => onStep({ name: 'passkey' })}>
              {words.addPasskey}
            </Button>
          )}
          <Button size="small" onClick={() => onStep({ name: 'recovery_key' })}>
            {words.addRecovery}
          </Button>
          {!has('device') && (
            <Button size="small" onClick={() => onStep({ name: 'device' })}>
              {words.addDevice}
            </Button>
          )}
        </div>
      </div>
    </CardSection>
  )
}
