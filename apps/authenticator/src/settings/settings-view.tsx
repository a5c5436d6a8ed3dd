/** The settings: how codes are shown, what opens them, the clock, and what keeps them. */
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useView } from '../host/view.ts'
import { RecoveryKeyShown } from '../protect/recovery-key-shown.tsx'
import { useProtectTexts } from '../protect/use-protect-texts.ts'
import { AppSection } from './app-section.tsx'
import { ClockSection } from './clock-section.tsx'
import { CodesSection } from './codes-section.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import type { Step } from './step.ts'
import { useSettingsTexts } from './use-settings-texts.ts'
import { WaysSection } from './ways-section.tsx'

export function SettingsView() {
  const words = useSettingsTexts()
  const { recovery } = useProtectTexts()
  const { back } = useView()
  const [step, setStep] = useState<Step>()
  const leave = (): void => setStep(undefined)

  if (step?.name === 'passphrase') return <PassphraseStep slotId={step.slotId} onDone={leave} />
  if (step?.name === 'recovery_key')
    return (
      <Frame title={recovery.heading}>
        <RecoveryKeyShown recoveryKey={step.key} onDone={leave} />
      </Frame>
    )
  return (
    <Frame title={words.heading} onBack={back}>
      <CodesSection />
      <WaysSection onStep={setStep} />
      <ClockSection />
      <AppSection />
    </Frame>
  )
}
