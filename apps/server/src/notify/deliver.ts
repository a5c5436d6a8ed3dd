/** Delivers what waits in the outbox: woken when a message is queued, patient when a gateway is down. */
import type { Sealer } from '../crypto/seal.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, HOUR, type Instant, MINUTE, SECOND } from '../kernel/clock.ts'
import type { Channel } from './content.ts'
import { expireMessages } from './expire-messages.ts'
import type { SendMail, SendSms } from './gateways.ts'
import { type Product, render } from './render.ts'
import { openMessage } from './sealed-message.ts'
import type { OutboxRow, OutboxStore } from './store.ts'

/** Pauses after each failure; then the message is given up into the visible state `failed`. */
export const PAUSES = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const

/** Messages of one channel on their way at once. */
const BATCH = 8
const LONGEST_SLEEP = MINUTE
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
 * Sends what is due once; a channel that hangs does not hold up the other. A crash between sending and marking sends a
 * message again: at least once, and the message's id goes along for gateways that know a repeat.
 *
 * @param goOn asked before each batch, so that the server can end
 * @returns when the next message is due
 */
export async function deliverDue(
  deps: DeliveryDeps,
  goOn: () => boolean = () => true,
): Promise<Instant | undefined> {
  await allOf((['mail', 'sms'] as const).map((channel) => deliverChannel(deps, channel, goOn)))
  return deps.read.outbox.nextDue(deps.clock.now())
}

async function deliverChannel(deps: DeliveryDeps, channel: Channel, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const rows = await deps.read.outbox.due(channel, deps.clock.now(), BATCH)
    await allOf(rows.map((row) => deliverRow(deps, row)))
    if (rows.length < BATCH) return
  }
}

/** Waits for all, also where one fails: nothing is on its way any more when a fault is thrown. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work))
    if (outcome.status === 'rejected') throw outcome.reason
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

/** A word for the operator; the gateway's own text may repeat the address, so only a code is kept. */
function faultOf(error: unknown): string {
  for (const fault of [error, error instanceof Error ? error.cause : undefined])
    if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string') return fault.code
  if (error instanceof Error && error.message.startsWith('the SMS gateway')) return error.message
  return error instanceof Error ? error.name : 'unknown'
}

/** Runs `deliverDue` whenever it is woken and whenever a message falls due. Its timer keeps no process alive. */
export function startDelivery(deps: DeliveryDeps): { wake: () => void; stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let expiredAt = Number.NEGATIVE_INFINITY

  async function deliverAndExpire(): Promise<Instant | undefined> {
    const next = await deliverDue(deps, () => !stopped)
    const now = deps.clock.now()
    if (Math.abs(now - expiredAt) >= LONGEST_SLEEP) {
      await expireMessages(deps)
      expiredAt = now
    }
    return next
  }

  async function run(): Promise<void> {
    do {
      again = false
      let next: Instant | undefined
      try {
        next = await deliverAndExpire()
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
