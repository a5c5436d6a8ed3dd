/** Recomputes the audit trail's chains and names the first event that does not fit. */
import { sha256Hex } from '../crypto/digest.ts'
import { CHAIN_START, canonicalText } from './event.ts'
import type { AuditStore } from './store.ts'

export type ChainReport = {
  readonly accountId: string
  readonly events: number
  /** The first event that does not fit, or undefined where the chain holds. */
  readonly broken?: { readonly seq: number; readonly why: 'missing' | 'hash' | 'prev' | 'time' }
}

const PAGE = 500

/** How far a clock may be set back between two events before it is called broken. */
const CLOCK_LEEWAY_MS = 5 * 60 * 1000

/** Reads one chain from its start: no number missing, each hash right, each `prev` the hash before, time going on. */
export async function verifyChain(read: { audit: AuditStore }, accountId: string): Promise<ChainReport> {
  let seq = 0
  let prev = CHAIN_START
  let at = 0
  for (;;) {
    const events = await read.audit.listChain(accountId, { after: seq, limit: PAGE })
    if (events.length === 0) return { accountId, events: seq }
    for (const event of events) {
      const broken = (why: NonNullable<ChainReport['broken']>['why']) => ({
        accountId,
        events: seq,
        broken: { seq: seq + 1, why },
      })
      if (event.seq !== seq + 1) return broken('missing')
      if (event.prev !== prev) return broken('prev')
      if (event.hash !== sha256Hex(canonicalText(event))) return broken('hash')
      if (event.at < at - CLOCK_LEEWAY_MS) return broken('time')
      seq = event.seq
      prev = event.hash
      at = event.at
    }
  }
}

/** Reads every chain. */
export async function verifyTrail(read: { audit: AuditStore }): Promise<readonly ChainReport[]> {
  const reports: ChainReport[] = []
  for (const accountId of await read.audit.chains()) reports.push(await verifyChain(read, accountId))
  return reports
}
