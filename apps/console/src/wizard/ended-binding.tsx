/** What stands where the codes stood, once the key takes no more. */
import { Button, Notice } from '@sallyport/ui'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'

/** Why a key takes no more codes: too many wrong pairs, its 15 minutes are over, or another key took its place. */
export type BindingEnd = 'dead' | 'expired' | 'elsewhere'

/** Says which, and offers another key. */
export function EndedBinding({
  end,
  onAgain,
  onCancel,
}: {
  readonly end: BindingEnd
  readonly onAgain: () => void
  readonly onCancel: (() => void) | undefined
}) {
  const { wizard } = useTexts()
  const words = wizard.device
  const said = {
    dead: { title: words.deadTitle, body: words.deadBody },
    expired: { title: words.expiredTitle, body: words.expiredBody },
    elsewhere: { title: words.elsewhereTitle, body: words.elsewhereBody },
  }[end]
  return (
    <div className={pages['form']}>
      <Notice tone="bad" title={said.title}>
        {said.body}
      </Notice>
      <div className={pages['actions']}>
        {onCancel !== undefined && <Button onClick={onCancel}>{words.cancel}</Button>}
        <Button kind="filled" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </div>
  )
}
