/** Delivers what waits in the outbox: woken when a message is queued, patient when a gateway is down. */
import type { Sealer } from '../crypto/seal.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/clock.ts'
import type { SendMail, SendSms } from './gateways.ts'
import { type Product, render } from './render.ts'
import { openMessage } from './sealed-message.ts'
import type { OutboxRow, OutboxStore } from './store.ts'

/** Pauses after each failure; then the message is given up into the visible state `failed`. */
export const PAUSES = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const

const BATCH = 20
const LONGEST_SLEEP = MINUTE
/** Emptied rows stay so long, to be counted. */
const REMEMBERED = 7 * DAY

export type DeliveryDeps = {
  read: { outbox: OutboxStore }
  atomically: Atomically<{ outbox: OutboxStore }>
  clock: Clock
  sealer: Sealer
  product: Product
  mail: SendMail | undefined
  sms: SendSms | undefined
  /** Told of each failure, without addresses and texts. */
  log: (failure: { messageId: string; tries: number; fault: string }) => void
}

/**
 * Sends what is due once. A crash between sending and marking sends a message again: at least once, and the message's id
 * goes along for gateways that know a repeat.
 *
 * @returns when the next message is due
 */
export async function deliverDue(deps: DeliveryDeps): Promise<Instant | undefined> {
  for (;;) {
    const rows = await deps.read.outbox.due(deps.clock.now(), BATCH)
    for (const row of rows) await deliverRow(deps, row)
    if (rows.length < BATCH) break
  }
  const now = deps.clock.now()
  await deps.atomically(({ outbox }) => outbox.expire(now, now - REMEMBERED))
  return deps.read.outbox.nextDue()
}

async function deliverRow(deps: DeliveryDeps, row: OutboxRow): Promise<void> {
  try {
    await send(deps, row)
    await deps.atomically(({ outbox }) => outbox.delivered(row, deps.clock.now()))
  } catch (error) {
    const fault = faultOf(error)
    const pause = PAUSES[row.tries]
    deps.log({ messageId: row.messageId, tries: row.tries + 1, fault })
    await deps.atomically(({ outbox }) =>
      pause === undefined ? outbox.failed(row, fault) : outbox.retryAt(row, deps.clock.now() + pause, fault),
    )
  }
}

async function send(deps: DeliveryDeps, row: OutboxRow): Promise<void> {
  const message = openMessage(deps.sealer, row.accountId, row.messageId, row.sealed)
  const { subject, text } = render(message, deps.product)
  if (message.channel === 'mail') {
    if (deps.mail === undefined) throw new Error('no mail gateway is configured')
    await deps.mail({ to: message.address, subject, text, id: row.messageId })
  } else {
    if (deps.sms === undefined) throw new Error('no SMS gateway is configured')
    await deps.sms({ to: message.address, text, id: row.messageId })
  }
}

/** A word for the operator; the gateway's own text may repeat the address, so only its code is kept. */
function faultOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  if (error instanceof Error && error.message.startsWith('the SMS gateway')) return error.message
  return error instanceof Error ? error.name : 'unknown'
}

/** Runs `deliverDue` whenever it is woken and whenever a message falls due. Its timer keeps no process alive. */
export function startDelivery(deps: DeliveryDeps): { wake: () => void; stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  async function run(): Promise<void> {
    do {
      again = false
      let next: Instant | undefined
      try {
        next = await deliverDue(deps)
      } catch (error) {
        deps.log({ messageId: '', tries: 0, fault: faultOf(error) })
      }
      const sleep = Math.min(
        LONGEST_SLEEP,
        Math.max(SECOND, (next ?? Number.POSITIVE_INFINITY) - deps.clock.now()),
      )
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(wake, sleep).unref()
    } while (again && !stopped)
    running = undefined
  }

  function wake(): void {
    if (stopped) return
    if (running) again = true
    else running = run()
  }

  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
