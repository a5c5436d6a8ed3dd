/** The wire of the local outbox, which stands in for mail and SMS gateways on a loopback origin. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { exact, Instant } from './fields.ts'

export const OutboxMessage = exact({
  id: Type.String(),
  at: Instant,
  channel: Type.Union([Type.Literal('mail'), Type.Literal('sms')]),
  to: Type.String(),
  subject: Type.String({ description: 'empty for text messages' }),
  text: Type.String(),
})

export const outboxEndpoints = defineEndpoints({
  'GET /api/outbox': {
    access: 'public',
    tag: 'Outbox',
    summary:
      'Messages of the last 24 hours, newest first; only where no gateway is configured, on a loopback origin',
    reply: Type.Array(OutboxMessage),
    refusals: ['not_found'],
  },
})
