/** The figures for Prometheus: the process, sign-ins, refusals by code, messages by state. */
import type { Registry } from 'prom-client'
import type { OutboxStore } from '../notify/store.ts'
import type { Counters } from './counters.ts'

/** The process's own figures are gathered once, however many servers it holds. */
let ofProcess: Registry | undefined

/**
 * The text of one scrape; prom-client is loaded with the first. No label ever holds an account, a name or an address.
 *
 * @param counters what the server counted since it began
 */
export async function metricsText(
  read: { outbox: OutboxStore },
  counters?: Counters,
): Promise<{ text: string; type: string }> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client')
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  const own = new Registry()
  if (counters !== undefined) {
    const { signIns, refusals } = counters.counts()
    for (const [name, help, label, counts] of [
      ['sallyport_sign_ins_total', 'Sessions opened by sign-in, by assurance level', 'level', signIns],
      ['sallyport_refusals_total', 'Refused requests, by code', 'code', refusals],
    ] as const) {
      const counter = new Counter({ name, help, labelNames: [label], registers: [own] })
      for (const [value, count] of Object.entries(counts)) counter.inc({ [label]: value }, count)
    }
  }
  const messages = new Gauge({
    name: 'sallyport_outbox_messages',
    help: 'Messages by state',
    labelNames: ['state'],
    registers: [own],
  })
  for (const state of ['waiting', 'kept', 'delivered', 'failed']) messages.set({ state }, 0)
  for (const { state, count } of await read.outbox.countByState()) messages.set({ state }, count)
  return { text: `${await ofProcess.metrics()}\n${await own.metrics()}`, type: own.contentType }
}
