/** Names what an export could not take along, and why, before anybody deletes it here. */
import { Notice } from '@sallyport/ui'
import type { LeftOut } from '@sallyport/vault'
import { useTexts } from '../text/use-texts.ts'
import styles from './backup.module.css'
import { useBackupTexts } from './use-backup-texts.ts'

export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const words = useBackupTexts().export
  const { noName } = useTexts().list
  if (leftOut.length === 0) return null
  return (
    <Notice tone="warn" title={words.leftOut(leftOut.length)}>
      <ul className={styles['leftOut']}>
        {leftOut.map(({ id, name, reason }) => (
          <li key={id}>
            {name || noName}: {words.reasons[reason]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
