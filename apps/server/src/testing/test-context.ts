/** Request contexts and keys for tests below the HTTP door. */
import { type DataKeys, loadDataKeys } from '../crypto/data-keys.ts'
import type { Database } from '../db/database.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { Secret } from '../kernel/secret.ts'
import { countedRandom } from './counted-random.ts'

/** A request from a made-up client. */
export function testContext(changes: Partial<RequestContext> = {}): RequestContext {
  return { requestId: 'req-test', address: '192.0.2.7', browser: 'Firefox on Linux', ...changes }
}

/** Data keys of a database, under a root key that is the same in each test. */
export function testKeys(database: Database): Promise<DataKeys> {
  return database.transact((sql) =>
    loadDataKeys(sql, new Secret(new Uint8Array(32).fill(7)), countedRandom('keys'), 0),
  )
}
