/** What is kept cannot be read: it is left as it is, and what can be done is said. */
import { Button, Notice } from '@sallyport/ui'
import type { SealedProblem } from '@sallyport/vault'
import { Frame } from '../host/frame.tsx'
import { useView } from '../host/view.ts'
import { useVault } from '../vault/vault-context.tsx'
import { useProtectTexts } from './use-protect-texts.ts'

export function DamagedView({
  problem,
  older,
}: {
  readonly problem: SealedProblem
  readonly older: boolean
}) {
  const words = useProtectTexts().damaged
  const { restore } = useProtectTexts().protect
  const { keeper } = useVault()
  const { go } = useView()
  return (
    <Frame title={words.heading}>
      <Notice tone="bad">{problem === 'version_newer' ? words.newer : words.lead}</Notice>
      {older && problem !== 'version_newer' && (
        <>
          <p>{words.olderWhat}</p>
          <Button kind="filled" onClick={() => void keeper.takeOlder()}>
            {words.older}
          </Button>
        </>
      )}
      <Button onClick={() => go({ name: 'restore' })}>{restore}</Button>
    </Frame>
  )
}
