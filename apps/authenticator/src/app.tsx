/** The app around its views: what is shown depends first on the vault, then on where the user went. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Notice, Toasts, UiWordsProvider } from '@sallyport/ui'
import { Suspense } from 'react'
import { Frame } from './host/frame.tsx'
import type { Ports } from './host/ports.ts'
import { useViews, ViewContext } from './host/view.ts'
import { useTexts } from './text/use-texts.ts'
import type { VaultKeeper } from './vault/keeper.ts'
import { useVault, VaultProvider } from './vault/vault-context.tsx'

/** `keeper` is undefined where the browser keeps nothing for this site. */
export function App({ keeper, ports }: { readonly keeper: VaultKeeper | undefined; readonly ports: Ports }) {
  const { vault } = useTexts()
  return (
    <CSPProvider disableStyleElements>
      <UiWordsProvider words={vault.ui}>
        <Toasts>
          {keeper === undefined ? (
            <Frame>
              <Notice tone="bad">{vault.notStored}</Notice>
            </Frame>
          ) : (
            <VaultProvider keeper={keeper} ports={ports}>
              <Views />
            </VaultProvider>
          )}
        </Toasts>
      </UiWordsProvider>
    </CSPProvider>
  )
}

function Views() {
  const views = useViews()
  return (
    <ViewContext value={views}>
      <Suspense fallback={<Frame busy />}>
        <ByVault />
      </Suspense>
    </ViewContext>
  )
}

function ByVault() {
  const { state } = useVault()
  return <Frame busy={state === 'loading'} />
}
