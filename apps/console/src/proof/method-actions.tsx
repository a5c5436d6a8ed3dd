/** The buttons under a method's fields. */
import { Button } from '@sallyport/ui'
import styles from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'

/** The form's own button, and the way out where there is one. */
export function MethodActions({
  label,
  busy,
  onCancel,
}: {
  readonly label: string
  readonly busy: boolean
  readonly onCancel?: (() => void) | undefined
}) {
  const { security } = useTexts()
  return (
    <div className={styles['actions']}>
      {onCancel !== undefined && <Button onClick={onCancel}>{security.frame.cancel}</Button>}
      <Button kind="filled" type="submit" busy={busy}>
        {label}
      </Button>
    </div>
  )
}
