/** The rings of a feature: what a file may import follows from its name. */
import { isTest, roomOf, SERVER } from './floors.ts'
import { type Import, importsOf } from './imports-of.ts'
import type { Breach, SourceFile } from './source-file.ts'

/** A package that a few places alone may import. */
type Kept = {
  readonly names: RegExp
  readonly where: RegExp
  readonly rule: string
}

/** Paths are from the server's source folder. */
const KEPT: readonly Kept[] = [
  {
    names: /^kysely(\/|$)/,
    where: /^db\/|\/sql\.ts$/,
    rule: 'only db/ and the sql.ts files speak SQL',
  },
  {
    names: /^node:crypto$/,
    where: /^crypto\/|^kernel\/random\.ts$|^db\/migrate\.ts$/,
    rule: 'cryptography stands in crypto/, chance in kernel/random.ts',
  },
  {
    names: /^node:sqlite$/,
    where: /^db\/sqlite\.ts$/,
    rule: 'node:sqlite is synchronous and stays in one file',
  },
  {
    names: /^@node-rs\/argon2$/,
    where: /^crypto\/slow-hash\.ts$/,
    rule: 'hashes go through the bounded queue',
  },
  {
    names: /^nodemailer(\/|$)/,
    where: /^notify\/|^cli\/check-gateways\.ts$/,
    rule: 'mail is sent by notify/ alone',
  },
  {
    names: /^mmdb-lib$/,
    where: /^places\/place-file\.ts$/,
    rule: 'the file of places is read in one file',
  },
  {
    names: /^(fastify|@fastify\/.*)$/,
    where: /^http\/|^(app|serve|callers|watch)\.ts$/,
    rule: 'only the HTTP kit and the assembly know the HTTP library',
  },
  { names: /^typebox(\/|$)/, where: /^http\/|^app\.ts$/, rule: 'schemas stand in packages/contract' },
]

/** Finds imports that a file's ring does not allow, and adapters that are known outside the assembly. */
export function ringBreaches(files: readonly SourceFile[]): readonly Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    if (!file.path.startsWith(SERVER) || isTest(file.path)) continue
    const inside = file.path.slice(SERVER.length)
    if (inside.startsWith('testing/')) continue
    for (const one of importsOf(file)) {
      const kept = KEPT.find(({ names, where }) => names.test(one.name) && !where.test(inside))
      if (kept) breaches.push({ path: file.path, rule: `imports ${one.name}: ${kept.rule}` })
      const rule = one.path === undefined ? undefined : innerRule(inside, one, one.path.slice(SERVER.length))
      if (rule !== undefined) breaches.push({ path: file.path, rule: `imports ${one.name}: ${rule}` })
    }
  }
  return breaches
}

/** Why `from` may not import `to`, both from the server's source folder. */
function innerRule(from: string, one: Import, to: string): string | undefined {
  const target = roomOf(SERVER + to)
  if (/\/sql\.ts$/.test(to) && !/^stores\.ts$/.test(from))
    return 'ports meet their adapters in stores.ts alone'
  if (/^[^/]+\/http\.ts$/.test(to) && !/^app\.ts$/.test(from)) return 'doors are mounted by app.ts alone'
  if (target === 'db' && !mayKnowDatabase(from, one))
    return 'only adapters and the assembly know the database'
  if (/\/http\.ts$/.test(from) && target === 'crypto' && to !== 'crypto/token.ts' && !one.typeOnly)
    return 'a door calls rules; it seals and hashes nothing'
  if (
    target === 'http' &&
    !/\/http\.ts$|^http\/|^(app|serve|site|watch|callers|permits|main)\.ts$/.test(from)
  )
    return 'rules know nothing of HTTP'
  if (/\/store\.ts$/.test(from) && !one.typeOnly) return 'a port is types alone'
  return undefined
}

function mayKnowDatabase(from: string, one: Import): boolean {
  if (/^db\/|\/sql\.ts$|^cli\/|^(stores|world|app|serve|main)\.ts$/.test(from)) return true
  return from === 'crypto/data-keys.ts' && one.typeOnly
}
