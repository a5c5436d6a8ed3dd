/** The world in which the rules run: database, keys, clock and chance, opened once for the server and each command. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from './configuration.ts'
import { loadDataKeys } from './crypto/data-keys.ts'
import { makeMac } from './crypto/mac.ts'
import { rootKeyFromFile, rootKeyFromText } from './crypto/root-key.ts'
import { makeSealer } from './crypto/seal.ts'
import { makeSlowHash } from './crypto/slow-hash.ts'
import type { Database, Sql } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { migrations } from './db/migrations.ts'
import { openSqlite } from './db/sqlite.ts'
import type { Clock } from './kernel/clock.ts'
import type { Random } from './kernel/random.ts'
import type { Secret } from './kernel/secret.ts'
import { NO_PLACES } from './places/place.ts'
import { isLoopback, listensHere } from './read-values.ts'
import { type Stores, storesOver } from './stores.ts'

const DATABASE_FILE = 'sallyport.db'
const KEY_FILE = 'root.key'

/** The shortest password of a principal whose MFA no policy demands. */
const MINIMUM_PASSWORD_LENGTH = 15

export type World = Awaited<ReturnType<typeof openWorld>>

/** Opens the database file of the configuration, making its folder. */
export function openDatabase(configuration: Configuration): Database {
  mkdirSync(configuration.dataFolder, { recursive: true, mode: 0o700 })
  return openSqlite(join(configuration.dataFolder, DATABASE_FILE))
}

/** The root key of the configuration, made in the data folder where none is named. */
export function readRootKey(configuration: Configuration, random: Random): Secret<Uint8Array> {
  const { rootKey, dataFolder } = configuration
  if (rootKey.kind === 'text') return rootKeyFromText(rootKey.text.open(), 'SALLYPORT_ROOT_KEY')
  if (rootKey.kind === 'file') return rootKeyFromFile(rootKey.path, undefined)
  return rootKeyFromFile(join(dataFolder, KEY_FILE), { random })
}

/** Opens, migrates, unwraps the keys, and names what every rule is given. */
export async function openWorld(
  configuration: Configuration,
  ports: { clock: Clock; random: Random; wake?: () => void },
) {
  const { clock, random } = ports
  const database = openDatabase(configuration)
  const migrated = await migrate(database, migrations, clock.now())
  const rootKey = readRootKey(configuration, random)
  const keys = await database.transact((sql) => loadDataKeys(sql, rootKey, random, clock.now()))
  const outboxAllowed =
    isLoopback(configuration.origin) && listensHere(configuration.host) && !configuration.production
  const smsAvailable = configuration.sms !== undefined || outboxAllowed

  let writing: { sql: Sql; stores: Stores } | undefined
  /** One transaction over every port; a rule names those that it needs. */
  function atomically<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return database.transact((sql) => {
      if (writing?.sql !== sql) writing = { sql, stores: storesOver(sql) }
      return work(writing.stores)
    })
  }

  return {
    configuration,
    database,
    migrated,
    clock,
    random,
    atomically,
    read: storesOver(database.read),
    sealer: makeSealer(keys, random),
    mac: makeMac(keys),
    hasher: makeSlowHash(configuration.workers),
    origin: configuration.origin,
    product: { name: configuration.name, origin: configuration.origin.origin },
    productName: configuration.name,
    gateways: { mail: configuration.mail !== undefined, sms: configuration.sms !== undefined },
    outboxAllowed,
    smsAvailable,
    allowedMeans: { phone: smsAvailable, securityQuestions: true },
    places: configuration.placeFile?.places ?? NO_PLACES,
    addressLimits: configuration.addressLimits,
    mode: configuration.registration,
    minimumPasswordLength: MINIMUM_PASSWORD_LENGTH,
  }
}
