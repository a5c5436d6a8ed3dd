/** Fetches every event that the filters let through, for a file. */
import { readClock } from '@sallyport/ui'
import { useEffect, useRef, useState } from 'react'
import { leaveWhereDue } from '../app/leave-where-due.ts'
import { call, type Refused } from '../wire/call.ts'
import type { AuditEvent } from './audit-file.ts'
import { collectTrail, type Progress } from './collect-trail.ts'
import type { AuditFilter } from './use-audit-trail.ts'

export type AuditExport = {
  /** Null while nothing is fetched. */
  readonly progress: Progress | null
  readonly refused: Refused | null
  readonly stop: () => void
  /** The events, or null where it was stopped or refused. */
  readonly run: (filter: AuditFilter) => Promise<readonly AuditEvent[] | null>
}

/** Ends with the page. */
export function useAuditExport(): AuditExport {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run(filter: AuditFilter): Promise<readonly AuditEvent[] | null> {
    if (running.current !== null) return null
    const controller = new AbortController()
    running.current = controller
    setRefused(null)
    const collected = await collectTrail({
      ask: (before) =>
        call('GET /api/ram/audit', {
          query: { ...filter, limit: '500', ...(before === undefined ? {} : { before }) },
        }),
      clock: readClock,
      signal: controller.signal,
      onProgress: setProgress,
    })
    running.current = null
    setProgress(null)
    if ('events' in collected) return collected.events
    if ('refused' in collected && !leaveWhereDue(collected.refused)) setRefused(collected.refused)
    return null
  }
  return { progress, refused, stop: () => running.current?.abort(), run }
}
