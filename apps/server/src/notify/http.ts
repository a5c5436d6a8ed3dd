/** The outbox page's data: there only where some kind of message has no gateway. */
import type { Sealer } from '../crypto/seal.ts'
import { type Route, route } from '../http/route.ts'
import { type Clock, toRfc3339 } from '../kernel/clock.ts'
import { refuse } from '../kernel/refusal.ts'
import { listOutbox } from './list-outbox.ts'
import type { Gateways } from './queue-message.ts'
import type { Product } from './render.ts'
import type { OutboxStore } from './store.ts'

type Deps = {
  read: { outbox: OutboxStore }
  sealer: Sealer
  clock: Clock
  product: Product
  gateways: Gateways
  /** A loopback origin, and not NODE_ENV=production. */
  outboxAllowed: boolean
}

export function outboxRoutes(deps: Deps): readonly Route[] {
  return [
    route('GET /api/outbox', async () => {
      if (!deps.outboxAllowed || (deps.gateways.mail && deps.gateways.sms)) return refuse('not_found')
      return (await listOutbox(deps)).map((message) => ({ ...message, at: toRfc3339(message.at) }))
    }),
  ]
}
