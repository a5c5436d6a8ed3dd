/** The wire of where a principal is signed in, and of the browsers in which the password alone signs in. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { Done, exact, Id, Instant, Level, nullable } from './fields.ts'

export const Session = exact({
  id: Id,
  current: Type.Boolean(),
  level: Level,
  /** Opened by the password alone, in a browser that stood in for the second step. */
  trustedBrowser: Type.Boolean(),
  browser: Type.String(),
  address: nullable(Type.String()),
  openedAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})

/** A browser that stands in for the second step of a sign-in. */
export const TrustedBrowser = exact({
  id: Id,
  current: Type.Boolean(),
  browser: Type.String(),
  trustedAt: Instant,
  trustedUntil: Instant,
  lastUsedAt: Instant,
})

export const TrustedBrowsers = exact({
  /** For so long the account lets a browser be trusted; 0 where it lets none. */
  days: Type.Integer(),
  browsers: Type.Array(TrustedBrowser),
})

export const sessionEndpoints = defineEndpoints({
  'GET /api/trusted-browsers': {
    access: 'session',
    tag: 'Account security',
    summary: 'The browsers in which the password alone signs in, the last trusted first',
    reply: TrustedBrowsers,
    refusals: ['sign_in_needed'],
  },
  'DELETE /api/trusted-browsers': {
    access: 'session',
    tag: 'Account security',
    summary: 'Trust no browser any more; sessions that their trust opened elsewhere end',
    reply: exact({ removed: Type.Integer() }),
    refusals: ['sign_in_needed'],
  },
  'DELETE /api/trusted-browsers/:id': {
    access: 'session',
    tag: 'Account security',
    summary: 'Trust one browser no more; sessions that its trust opened elsewhere end',
    params: exact({ id: Id }),
    reply: Done,
    refusals: ['sign_in_needed', 'trusted_browser_not_found'],
  },
  'GET /api/sessions': {
    access: 'session',
    tag: 'Account security',
    summary: 'Where the principal is signed in',
    reply: Type.Array(Session),
    refusals: ['sign_in_needed'],
  },
  'DELETE /api/sessions/:id': {
    access: 'session',
    tag: 'Account security',
    summary: 'End one session',
    params: exact({ id: Id }),
    reply: Done,
    refusals: ['sign_in_needed', 'session_not_found'],
  },
  'POST /api/sessions/end-others': {
    access: 'session',
    tag: 'Account security',
    summary: 'Sign out everywhere else',
    reply: exact({ ended: Type.Integer() }),
    refusals: ['sign_in_needed'],
  },
})
