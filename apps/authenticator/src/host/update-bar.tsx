/** Says that a newer version of the app is there; never over codes that somebody has unlocked. */
import { Button } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.ts'
import { useVault } from '../vault/vault-context.tsx'
import styles from './host.module.css'
import { useUpdate } from './use-update.ts'

/** The settings offer it while the vault is open; one that the browser opens by itself was not unlocked by anybody. */
export function UpdateBar() {
  const { vault: words } = useTexts()
  const vault = useVault()
  const { isWaiting, take } = useUpdate()
  const isUnlocked = vault.state === 'open' && vault.slots.every((slot) => slot.kind !== 'device')
  if (!isWaiting || isUnlocked) return null
  return (
    <div className={styles['bar']} role="status">
      <span>{words.update.message}</span>
      <Button size="small" onClick={take}>
        {words.update.action}
      </Button>
    </div>
  )
}
