/** The views of an open vault; all but the list load when they are gone to. */
import { lazy, Suspense } from 'react'
import { useKeepStorage } from './host/use-keep-storage.ts'
import { useView } from './host/view.ts'
import { ListView } from './list/list-view.tsx'
import { useAutoLock, useCover, useKeepUses } from './vault/use-auto-lock.ts'
import { useBin } from './vault/use-bin.ts'

const ScanView = lazy(() => import('./add/scan/scan-view.tsx').then((m) => ({ default: m.ScanView })))
const ManualView = lazy(() =>
  import('./add/by-hand/manual-view.tsx').then((m) => ({ default: m.ManualView })),
)
const ImportView = lazy(() =>
  import('./add/importing/import-view.tsx').then((m) => ({ default: m.ImportView })),
)
const LinkView = lazy(() => import('./add/link/link-view.tsx').then((m) => ({ default: m.LinkView })))
const PasteAndDrop = lazy(() =>
  import('./add/paste/paste-and-drop.tsx').then((m) => ({ default: m.PasteAndDrop })),
)
const EntryView = lazy(() => import('./list/entry-view.tsx').then((m) => ({ default: m.EntryView })))
const BinView = lazy(() => import('./list/bin-view.tsx').then((m) => ({ default: m.BinView })))
const ExportView = lazy(() => import('./backup/export-view.tsx').then((m) => ({ default: m.ExportView })))
const SettingsView = lazy(() =>
  import('./settings/settings-view.tsx').then((m) => ({ default: m.SettingsView })),
)

export function OpenedViews() {
  useAutoLock()
  useCover()
  useKeepUses()
  useBin()
  useKeepStorage()
  return (
    <>
      <Viewed />
      <Suspense>
        <PasteAndDrop />
      </Suspense>
    </>
  )
}

function Viewed() {
  const { view } = useView()
  switch (view.name) {
    case 'scan':
      return <ScanView />
    case 'by_hand':
      return <ManualView />
    case 'import':
      return <ImportView />
    case 'link':
      return <LinkView uri={view.uri} key={view.uri} />
    case 'entry':
      return <EntryView id={view.id} key={view.id} />
    case 'bin':
      return <BinView />
    case 'export':
      return <ExportView />
    case 'settings':
      return <SettingsView />
    default:
      return <ListView />
  }
}
