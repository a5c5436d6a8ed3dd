/** What somebody can do whose device is gone. */
import { Notice } from '@sallyport/ui'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'

/** Names the operator's command, so that it can be passed on as it stands; a user without codes has an administrator to ask. */
export function LostDevice({
  codesLeft,
  isRamUser,
}: {
  readonly codesLeft: number
  readonly isRamUser: boolean
}) {
  const { second } = useSignInTexts()
  if (codesLeft === 0 && isRamUser) return <Notice title={second.lostTitle}>{second.askAdministrator}</Notice>
  return (
    <Notice title={second.lostTitle}>
      {codesLeft === 0 ? second.noneLeft : second.lostBody} <code>{second.resetCommand}</code>
    </Notice>
  )
}
