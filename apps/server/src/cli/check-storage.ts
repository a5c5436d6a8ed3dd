/** Looks at the data folder, the database and the keys for `sallyport doctor`. Makes nothing and migrates nothing. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../configuration.ts'
import { loadDataKeys } from '../crypto/data-keys.ts'
import type { Database } from '../db/database.ts'
import { migrations } from '../db/migrations.ts'
import { openDatabase, readRootKey } from '../world.ts'
import { advice, type Finding, good, wrong } from './finding.ts'
import type { Terminal } from './terminal.ts'
import { sentenceOf } from './with-world.ts'

const DATABASE_FILE = 'sallyport.db'

export type StorageReport = {
  readonly findings: readonly Finding[]
  /** When the newest event of the audit trail happened. */
  readonly newestEvent: number | undefined
}

export async function checkStorage(configuration: Configuration, terminal: Terminal): Promise<StorageReport> {
  const { dataFolder } = configuration
  if (!existsSync(join(dataFolder, DATABASE_FILE)))
    return {
      findings: [good('data folder', `nothing in ${dataFolder} yet; the first start makes the database`)],
      newestEvent: undefined,
    }
  const findings = [checkFolder(dataFolder), checkKeyPlace(configuration)]
  let database: Database
  try {
    database = openDatabase(configuration)
  } catch (fault) {
    const broken = wrong(
      'database',
      sentenceOf(fault),
      'look at the owner and mode of the files, or restore a backup',
    )
    return { findings: [...findings, broken], newestEvent: undefined }
  }
  try {
    const schema = await checkSchema(database)
    findings.push(schema)
    if (schema.state !== 'good') return { findings, newestEvent: undefined }
    findings.push(await checkKeys(database, configuration, terminal))
    return { findings, newestEvent: await newestEvent(database) }
  } finally {
    await database.close()
  }
}

function checkFolder(folder: string): Finding {
  const mode = statSync(folder).mode & 0o777
  const says = `${folder} has the mode 0${mode.toString(8)}`
  const mend = `run: chmod 700 ${folder}`
  if (process.platform === 'win32' || (mode & 0o077) === 0)
    return good('data folder', 'only its owner gets in')
  return (mode & 0o022) === 0 ? advice('data folder', says, mend) : wrong('data folder', says, mend)
}

function checkKeyPlace({ rootKey, dataFolder }: Configuration): Finding {
  if (rootKey.kind === 'made')
    return advice(
      'root key',
      `it lies in ${dataFolder}, beside what it seals`,
      'move root.key elsewhere and name it in SALLYPORT_ROOT_KEY_FILE',
    )
  return good(
    'root key',
    rootKey.kind === 'file' ? 'it lies in a file of its own' : 'it comes from the environment',
  )
}

async function checkSchema(database: Database): Promise<Finding> {
  try {
    const rows = await database.read
      .withTables<{ migration: { name: string } }>()
      .selectFrom('migration')
      .select('name')
      .execute()
    const known = new Set(migrations.map(({ name }) => name))
    const foreign = rows.find(({ name }) => !known.has(name))
    if (foreign) return wrong('database', `a newer version made it (${foreign.name})`, 'run that version')
    const missing = migrations.length - rows.length
    if (missing === 0) return good('database', 'up to date')
    return advice(
      'database',
      `${missing} migrations are missing`,
      'run: sallyport migrate, or start the server',
    )
  } catch (fault) {
    return wrong('database', sentenceOf(fault), 'restore a backup')
  }
}

async function checkKeys(
  database: Database,
  configuration: Configuration,
  terminal: Terminal,
): Promise<Finding> {
  try {
    const { clock, random } = terminal
    const rootKey = readRootKey(configuration, random)
    await database.transact((sql) => loadDataKeys(sql, rootKey, random, clock.now()))
    return good('keys', 'the root key opens the data keys')
  } catch (fault) {
    return wrong(
      'keys',
      sentenceOf(fault),
      'set SALLYPORT_ROOT_KEY_FILE, or put root.key back from the backup',
    )
  }
}

async function newestEvent(database: Database): Promise<number | undefined> {
  const newest = await database.read
    .withTables<{ audit_event: { at: number } }>()
    .selectFrom('audit_event')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.at
}
