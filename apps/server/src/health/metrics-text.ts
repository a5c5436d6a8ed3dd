/** The figures for Prometheus: the process, and messages by state. */
import type { OutboxStore } from '../notify/store.ts'

/** prom-client is loaded with the first scrape. */
export async function metricsText(read: { outbox: OutboxStore }): Promise<{ text: string; type: string }> {
  const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client')
  registry ??= new Registry()
  if (registry.getSingleMetric('sallyport_outbox_messages') === undefined) {
    collectDefaultMetrics({ register: registry })
    new Gauge({
      name: 'sallyport_outbox_messages',
      help: 'Messages by state',
      labelNames: ['state'],
      registers: [registry],
    })
  }
  const gauge = registry.getSingleMetric('sallyport_outbox_messages') as InstanceType<typeof Gauge<'state'>>
  gauge.reset()
  for (const { state, count } of await read.outbox.countByState()) gauge.set({ state }, count)
  return { text: await registry.metrics(), type: registry.contentType }
}

let registry: import('prom-client').Registry | undefined
