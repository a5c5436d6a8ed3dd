/** The app around its views: what is shown depends first on the vault, then on where the user went. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Notice, UiWordsProvider } from '@sallyport/ui'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { forgetFiles } from './add/handed-files.ts'
import { ClockProvider } from './clock/clock-context.tsx'
import { FaultBoundary } from './host/fault-boundary.tsx'
import { FaultToast } from './host/fault-toast.tsx'
import { Frame } from './host/frame.tsx'
import { LateToasts } from './host/late-toasts.tsx'
import type { Ports } from './host/ports.ts'
import { UpdateBar } from './host/update-bar.tsx'
import { useView, useViews, ViewContext } from './host/view.ts'
import { useTexts } from './text/use-texts.ts'
import type { VaultKeeper } from './vault/keeper.ts'
import { useVault, VaultProvider } from './vault/vault-context.tsx'

const RestoreView = lazy(() => import('./backup/restore-view.tsx').then((m) => ({ default: m.RestoreView })))
const OpenedViews = lazy(() => import('./opened-views.tsx').then((m) => ({ default: m.OpenedViews })))
const ProtectView = lazy(() => import('./protect/protect-view.tsx').then((m) => ({ default: m.ProtectView })))
const UnlockView = lazy(() => import('./protect/unlock-view.tsx').then((m) => ({ default: m.UnlockView })))
const DamagedView = lazy(() => import('./protect/damaged-view.tsx').then((m) => ({ default: m.DamagedView })))

/** Why there can be no vault: the address has no encryption, or the browser keeps nothing for this site. */
export type NoKeeper = 'insecure' | 'not_stored'

export function App({ keeper, ports }: { readonly keeper: VaultKeeper | NoKeeper; readonly ports: Ports }) {
  const { vault } = useTexts()
  return (
    <UiWordsProvider words={vault.ui}>
      {typeof keeper === 'string' ? (
        <Frame>
          <Notice tone="bad">
            {keeper === 'insecure' ? vault.insecure(location.host) : vault.notStored}
          </Notice>
        </Frame>
      ) : (
        <VaultProvider keeper={keeper} ports={ports}>
          <ClockProvider ports={ports}>
            <Views />
          </ClockProvider>
        </VaultProvider>
      )}
    </UiWordsProvider>
  )
}

/** A link from another page waits for the unlock; what was gone to before a lock is forgotten with it. */
function Views() {
  const views = useViews()
  const { state } = useVault()
  const { forget } = views
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && state !== 'open') {
      forget()
      forgetFiles()
    }
    wasOpen.current = state === 'open'
  }, [state, forget])
  // By its state, so that nothing of an open vault stays in the document while the lock is on its way.
  return (
    <ViewContext value={views}>
      <UpdateBar />
      <FaultBoundary key={state}>
        <CSPProvider disableStyleElements>
          <LateToasts>
            <FaultToast />
            <Suspense fallback={<Frame busy />}>
              <ByVault />
            </Suspense>
          </LateToasts>
        </CSPProvider>
      </FaultBoundary>
    </ViewContext>
  )
}

function ByVault() {
  const vault = useVault()
  const { view, back } = useView()
  if (view.name === 'restore' && (vault.state === 'empty' || vault.state === 'damaged'))
    return <RestoreView onBack={back} />
  switch (vault.state) {
    case 'loading':
      return <Frame busy />
    case 'empty':
      return <ProtectView />
    case 'damaged':
      return <DamagedView problem={vault.problem} older={vault.older} />
    case 'locked':
      return <UnlockView sealed={vault.sealed} />
    case 'open':
      return <OpenedViews />
  }
}
