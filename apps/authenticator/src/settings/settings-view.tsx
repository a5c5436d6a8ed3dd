/** The settings: how codes are shown, what opens them, the clock, and what keeps them. */
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useView } from '../host/view.ts'
import { AppSection } from './app-section.tsx'
import { ClockSection } from './clock-section.tsx'
import { CodesSection } from './codes-section.tsx'
import { DeviceStep } from './device-step.tsx'
import { PasskeyStep } from './passkey-step.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { RemoveStep } from './remove-step.tsx'
import type { Step } from './step.ts'
import { useSettingsTexts } from './use-settings-texts.ts'
import { WaysSection } from './ways-section.tsx'

export function SettingsView() {
  const words = useSettingsTexts()
  const { back } = useView()
  const [step, setStep] = useState<Step>()
  const leave = (): void => setStep(undefined)

  switch (step?.name) {
    case 'passphrase':
      return <PassphraseStep slotId={step.slotId} onDone={leave} />
    case 'passkey':
      return <PasskeyStep onDone={leave} />
    case 'recovery_key':
      return <RecoveryStep onDone={leave} />
    case 'device':
      return <DeviceStep onDone={leave} />
    case 'remove':
      return <RemoveStep slot={step.slot} onDone={leave} />
    case undefined:
      return (
        <Frame title={words.heading} onBack={back}>
          <CodesSection />
          <WaysSection onStep={setStep} />
          <ClockSection />
          <AppSection />
        </Frame>
      )
  }
}
