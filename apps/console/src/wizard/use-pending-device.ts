/** The device that waits for its two codes: begun once when the step appears, and anew when asked. */
import type { Reply } from '@sallyport/contract'
import { readClock } from '@sallyport/ui'
import { useEffect, useRef, useState } from 'react'
import { leaveWhereDue } from '../app/leave-where-due.ts'
import { call, type Refused } from '../wire/call.ts'
import { markBegun, wasBegun } from './begun-mark.ts'
import { clockAhead } from './countdown.ts'

/** What the server answered, and how far its clock is ahead of the browser's in milliseconds. */
export type PendingDevice = Reply<'POST /api/mfa/binding'> & { readonly aheadMilliseconds: number }

type Begun = {
  readonly device: PendingDevice | null
  readonly refused: Refused | null
  /** A key that this tab showed before no longer fits. */
  readonly again: boolean
  readonly begin: () => Promise<void>
}

/** The key stands in this state alone and is gone with the page. */
export function usePendingDevice(): Begun {
  const [device, setDevice] = useState<PendingDevice | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [again, setAgain] = useState(false)
  const begun = useRef(false)

  async function begin() {
    setDevice(null)
    setRefused(null)
    const answer = await call('POST /api/mfa/binding')
    if (answer.ok) {
      setAgain(wasBegun())
      markBegun()
      setDevice({
        ...answer.value,
        aheadMilliseconds: clockAhead(answer.value.serverTime, readClock()),
      })
    } else if (!leaveWhereDue(answer.refused)) setRefused(answer.refused)
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void begin()
  })
  return { device, refused, again, begin }
}
