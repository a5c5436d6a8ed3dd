/** `/ram/users/import`: a CSV file, what it would do, and what came of it. */
import { useState } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { ImportForm } from './import-form.tsx'
import type { Previewed } from './import-report.ts'
import { ImportRun } from './import-run.tsx'

/** A new preview begins a new import. */
export function ImportPage() {
  const { ram } = useTexts()
  const words = ram.importing
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const [started, setStarted] = useState(false)
  const [times, setTimes] = useState(0)
  function begin(next: Previewed | null) {
    setPreviewed(next)
    setStarted(false)
    setTimes((before) => before + 1)
  }
  return (
    <>
      <PageHead title={words.title}>{words.lead}</PageHead>
      {!started && <ImportForm onPreviewed={begin} />}
      {previewed !== null && (
        <ImportRun
          key={times}
          previewed={previewed}
          onStart={() => setStarted(true)}
          onAnother={() => begin(null)}
        />
      )}
    </>
  )
}
