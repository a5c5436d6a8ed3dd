/** Says that a newer version of the app is there; it never takes over by itself under an open vault. */
import { Button } from '@sallyport/ui'
import { useEffect, useSyncExternalStore } from 'react'
import { useTexts } from '../text/use-texts.ts'
import styles from './host.module.css'
import { registerServiceWorker, takeUpdate, updateStore } from './service-worker-client.ts'

export function UpdateBar() {
  const { vault } = useTexts()
  const isWaiting = useSyncExternalStore(updateStore.subscribe, updateStore.isWaiting)
  useEffect(() => {
    registerServiceWorker().catch(() => {
      // Without it the app works while its server does.
    })
  }, [])
  if (!isWaiting) return null
  return (
    <div className={styles['bar']} role="status">
      <span>{vault.update.message}</span>
      <Button kind="text" size="small" onClick={takeUpdate}>
        {vault.update.action}
      </Button>
    </div>
  )
}
