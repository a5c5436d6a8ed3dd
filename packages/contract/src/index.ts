/** The wire as schemas and types: every endpoint, every refusal. Server, console and SDK share it. */
import type { Static, TSchema } from 'typebox'
import type { Endpoint } from './endpoint.ts'
import { mfaEndpoints } from './mfa-endpoints.ts'
import { outboxEndpoints } from './outbox-endpoints.ts'
import { ramEndpoints } from './ram-endpoints.ts'
import { ramGroupEndpoints } from './ram-group-endpoints.ts'
import { ramImportEndpoints } from './ram-import-endpoints.ts'
import { ramReportEndpoints } from './ram-report-endpoints.ts'
import { ramSettingsEndpoints } from './ram-settings-endpoints.ts'
import { securityEndpoints } from './security-endpoints.ts'
import { sessionEndpoints } from './session-endpoints.ts'
import { signInEndpoints } from './sign-in-endpoints.ts'

export type { Access, Endpoint } from './endpoint.ts'
export {
  IMPORT_BATCH,
  IMPORT_BYTES,
  IMPORT_LINES,
  type ImportColumn,
  importColumns,
  type LineFault,
  type LineRefusal,
  lineFaults,
  lineRefusals,
} from './import-lines.ts'
export { may, outranks, type Permission, permissions, type Role } from './permissions.ts'
export { Problem } from './problem.ts'
export { MEMBERS_COUNTED } from './ram-group-endpoints.ts'
export { GROUPS_OF_USER } from './ram-import-endpoints.ts'
export { type RefusalCode, refusals } from './refusals.ts'

/** Every endpoint, keyed by `METHOD /path`. */
export const endpoints = {
  ...signInEndpoints,
  ...securityEndpoints,
  ...sessionEndpoints,
  ...mfaEndpoints,
  ...outboxEndpoints,
  ...ramEndpoints,
  ...ramGroupEndpoints,
  ...ramImportEndpoints,
  ...ramSettingsEndpoints,
  ...ramReportEndpoints,
}

/** `METHOD /path` of an endpoint. */
export type EndpointKey = keyof typeof endpoints

type Part<E, Name extends string> = E extends Record<Name, infer S extends TSchema> ? Static<S> : undefined

/** The types of one call: what it takes and what it answers. */
export type Call<K extends EndpointKey> = {
  params: Part<(typeof endpoints)[K], 'params'>
  query: Part<(typeof endpoints)[K], 'query'>
  body: Part<(typeof endpoints)[K], 'body'>
  reply: Part<(typeof endpoints)[K], 'reply'>
}

/** The body that a call answers with. */
export type Reply<K extends EndpointKey> = Call<K>['reply']

/** An endpoint's row by its key, for code that walks the table. */
export function endpointOf(key: EndpointKey): Endpoint {
  return endpoints[key]
}
