/** The app's entry: opens the store of this browser, and draws. */
import '@sallyport/ui/tokens.css'
import { LanguageProvider } from '@sallyport/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, type NoKeeper } from './app.tsx'
import { browserPorts } from './host/ports.ts'
import { registerServiceWorker } from './host/service-worker-client.ts'
import { openIdbStore } from './vault/idb-store.ts'
import { VaultKeeper } from './vault/keeper.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('The page has no #root to draw into.')
const root = createRoot(element)

async function openKeeper(): Promise<VaultKeeper | NoKeeper> {
  // Absent over http, but on this machine's own address (W3C Secure Contexts, 3.1).
  if (crypto.subtle === undefined) return 'insecure'
  try {
    const keeper = new VaultKeeper(await openIdbStore(), browserPorts)
    await keeper.load()
    return keeper
  } catch {
    return 'not_stored'
  }
}

void openKeeper().then((keeper) =>
  root.render(
    <StrictMode>
      <LanguageProvider>
        <App keeper={keeper} ports={browserPorts} />
      </LanguageProvider>
    </StrictMode>,
  ),
)
addEventListener('load', () => {
  // After the page's own files, which it fetches again to keep them.
  registerServiceWorker().catch(() => {
    // The app then needs its server to start.
  })
})
