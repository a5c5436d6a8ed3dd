/** Stands where a view could not be drawn, such as when its part cannot be loaded because the server is gone. */
import { Button, Notice } from '@sallyport/ui'
import { Component, type ReactNode } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { Frame } from './frame.tsx'

export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Fault /> : this.props.children
  }
}

function Fault() {
  const { vault } = useTexts()
  return (
    <Frame>
      <Notice tone="bad" action={<Button onClick={() => location.reload()}>{vault.loadAgain}</Button>}>
        {vault.notDrawn}
      </Notice>
    </Frame>
  )
}
