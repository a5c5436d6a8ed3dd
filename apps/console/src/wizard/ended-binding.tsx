/** What stands where the codes stood, once the key takes no more. */
import { Button, Notice } from '@sallyport/ui'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'

/** `dead` after too many wrong pairs, else the 15 minutes are over. */
export function EndedBinding({
  dead,
  onAgain,
  onCancel,
}: {
  readonly dead: boolean
  readonly onAgain: () => void
  readonly onCancel: () => void
}) {
  const { wizard } = useTexts()
  const words = wizard.device
  return (
    <div className={pages['form']}>
      <Notice tone="bad" title={dead ? words.deadTitle : words.expiredTitle}>
        {dead ? words.deadBody : words.expiredBody}
      </Notice>
      <div className={pages['actions']}>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button kind="filled" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </div>
  )
}
