/** Says over the accounts that the clock is off by so much that codes may be refused. */
import { Button, Notice } from '@sallyport/ui'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { useClock } from './clock-context.tsx'

/** Services take the code before and the one after as well, so a few seconds do no harm. */
const WORTH_A_BAR_MS = 10_000

export function ClockBar() {
  const { vault } = useTexts()
  const { go } = useView()
  const { offsetMs } = useClock()
  const { clockOffsetMs } = useOpenVault().content.settings
  if (offsetMs === undefined) return null
  const left = offsetMs - clockOffsetMs
  if (Math.abs(left) < WORTH_A_BAR_MS) return null
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" onClick={() => go({ name: 'settings' })}>
          {vault.clockFix}
        </Button>
      }
    >
      {vault.clockBar(-Math.round(left / 1000))}
    </Notice>
  )
}
