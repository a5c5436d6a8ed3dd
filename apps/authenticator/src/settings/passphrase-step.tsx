/** Sets another passphrase, or one in the place of the old. */

import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { AfterFreshUnlock } from '../protect/fresh-unlock.tsx'
import { NewPassphrase } from '../protect/new-passphrase.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import { useSettingsTexts } from './use-settings-texts.ts'

/** `slotId` is that of the passphrase to be changed. */
export function PassphraseStep({
  slotId,
  onDone,
}: {
  readonly slotId: string | undefined
  readonly onDone: () => void
}) {
  const words = useSettingsTexts()
  const { actions } = useOpenVault()
  const toast = useToast()
  return (
    <Frame title={slotId === undefined ? words.addPassphrase : words.changeHeading} onBack={onDone}>
      {slotId !== undefined && <p>{words.changeWhat}</p>}
      <AfterFreshUnlock>
        <NewPassphrase
          labels={words.newPassphrase}
          onChosen={async (passphrase, progress) => {
            if (slotId === undefined) await actions.addPassphrase(passphrase, progress)
            else await actions.changePassphrase(slotId, passphrase, progress)
            toast({ message: words.wayAdded(words.wayNames.passphrase) })
            onDone()
          }}
        />
      </AfterFreshUnlock>
    </Frame>
  )
}
