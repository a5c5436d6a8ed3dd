/** Asks for the PIN of an account that was handed over without it. */
import { PasswordField } from '@sallyport/ui'
import type { EntryDraft } from '@sallyport/vault'
import { useAddTexts } from '../use-add-texts.ts'
import { shownName } from './entry-words.ts'
import { withPin } from './with-pin.ts'

export function PinField({
  draft,
  pin,
  onChange,
}: {
  readonly draft: EntryDraft
  readonly pin: string
  readonly onChange: (pin: string) => void
}) {
  const texts = useAddTexts()
  const isBad = pin !== '' && withPin({ draft, needsPin: true }, pin) === undefined
  return (
    <PasswordField
      label={texts.pin.label(shownName(draft, texts))}
      name="pin"
      autoComplete="off"
      value={pin}
      onChange={onChange}
      description={texts.pin.what}
      error={isBad ? texts.pin.bad : undefined}
    />
  )
}
