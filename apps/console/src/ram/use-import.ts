/** Sends the lines of an import a few at a time; where it stops, it can go on. */
import type { Call, Reply } from '@sallyport/contract'
import { IMPORT_BATCH } from '@sallyport/contract/import-lines'
import { useState } from 'react'
import { useAct } from '../app/use-act.ts'
import type { Refused } from '../wire/call.ts'

type Sent = Call<'POST /api/ram/imports'>['body']
type Done = Reply<'POST /api/ram/imports'>['lines']

export type Import = {
  readonly done: Done
  readonly busy: boolean
  /** It ended before the last line: refused, without an answer, or without the proof. */
  readonly stopped: boolean
  readonly refused: Refused | null
  readonly run: (lines: Sent['lines'], firstPassword: Sent['firstPassword']) => Promise<void>
}

/** What has been answered is not sent again. */
export function useImport(): Import {
  const act = useAct('POST /api/ram/imports', 'manage_users')
  const [done, setDone] = useState<Done>([])
  const [busy, setBusy] = useState(false)
  const [stopped, setStopped] = useState(false)

  async function run(lines: Sent['lines'], firstPassword: Sent['firstPassword']) {
    setBusy(true)
    setStopped(false)
    let answered = done
    while (answered.length < lines.length) {
      const batch = lines.slice(answered.length, answered.length + IMPORT_BATCH)
      const reply = await act.run({ body: { lines: batch, firstPassword } })
      if (reply === null) {
        setStopped(true)
        break
      }
      answered = [...answered, ...reply.lines]
      setDone(answered)
    }
    setBusy(false)
  }
  return { done, busy, stopped, refused: act.refused, run }
}
