/** What stands where a page's content would, when the server said no or nothing at all. */
import { Button, Notice } from '@sallyport/ui'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'

/** Says why, and offers to ask again. */
export function AskFault({ refused, onAgain }: { readonly refused: Refused; readonly onAgain: () => void }) {
  const { site, security, refusals } = useTexts()
  return (
    <Notice
      tone="bad"
      title={refused.code === 'offline' ? site.offlineTitle : security.frame.failedTitle}
      action={
        <Button size="small" onClick={onAgain}>
          {site.tryAgain}
        </Button>
      }
    >
      {refused.code === 'offline' ? site.offlineBody : sentenceOf(refused, refusals)}
      {refused.requestId !== undefined && refused.code === 'server_fault' && (
        <div>{site.requestId(refused.requestId)}</div>
      )}
    </Notice>
  )
}
