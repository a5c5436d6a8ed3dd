/** What somebody can do whose device is gone. */
import { Notice } from '@sallyport/ui'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'

/** Names the operator's command, so that it can be passed on as it stands. */
export function LostDevice({ codesLeft }: { readonly codesLeft: number }) {
  const { second } = useSignInTexts()
  return (
    <Notice title={second.lostTitle}>
      {codesLeft === 0 ? second.noneLeft : second.lostBody} <code>{second.resetCommand}</code>
    </Notice>
  )
}
