import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { floorBreaches } from './floors.ts'
import { houseBreaches } from './house-rules.ts'
import { importsOf } from './imports-of.ts'
import { packageBreaches, type Workspaces } from './package-rules.ts'
import { readSources } from './read-sources.ts'
import { ringBreaches } from './rings.ts'
import type { Breach, SourceFile } from './source-file.ts'

const ROOT = join(import.meta.dirname, '..')

function told(breaches: readonly Breach[]): string[] {
  return breaches.map(({ path, rule }) => `${path}: ${rule}`)
}

function server(path: string, text: string): SourceFile {
  return { path: `apps/server/src/${path}`, text: `/** Made up. */\n${text}` }
}

function projectSources(): readonly SourceFile[] {
  return readSources(ROOT, ['apps', 'packages', 'tools', 'e2e', 'bench'])
}

function workspaces(): Workspaces {
  const top = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { workspaces: string[] }
  return Object.fromEntries(
    top.workspaces.map((folder) => {
      const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
        dependencies?: Record<string, string>
      }
      return [folder, Object.keys(dependencies)]
    }),
  )
}

test('the project keeps its floors', () => {
  assert.deepEqual(told(floorBreaches(projectSources())), [])
})

test('the project keeps its rings', () => {
  assert.deepEqual(told(ringBreaches(projectSources())), [])
})

test('packages and apps import only what they declare', () => {
  assert.deepEqual(told(packageBreaches(projectSources(), workspaces())), [])
})

test('the project keeps the rules of the house', () => {
  assert.deepEqual(told(houseBreaches(projectSources())), [])
})

test('finds every form of import', () => {
  const file = server(
    'totp/check-code.ts',
    [
      "import { a } from './a.ts'",
      "import type { B } from '../kernel/b.ts'",
      "import {\n  c,\n  type D,\n} from '../crypto/c.ts'",
      "export { e } from './e.ts'",
      "export type { F } from './f.ts'",
      "import './g.ts'",
      "const h = await import('./h.ts')",
      "import k, * as all from 'kysely'",
    ].join('\n'),
  )
  assert.deepEqual(
    importsOf(file).map((one) => `${one.typeOnly ? 'type ' : ''}${one.path ?? one.name}`),
    [
      'apps/server/src/totp/a.ts',
      'type apps/server/src/kernel/b.ts',
      'apps/server/src/crypto/c.ts',
      'apps/server/src/totp/e.ts',
      'type apps/server/src/totp/f.ts',
      'kysely',
      'apps/server/src/totp/g.ts',
      'apps/server/src/totp/h.ts',
    ],
  )
})

test('refuses an import that goes up, types included', () => {
  const files = [
    server('totp/check-code.ts', "import type { Attempt } from '../sign-in/attempt.ts'"),
    server('kernel/clock.ts', "import { sha } from '../crypto/digest.ts'"),
    server('sign-in/begin.ts', "import { x } from '../app.ts'"),
  ]
  assert.equal(floorBreaches(files).length, 3)
})

test('refuses an import that goes sideways, a folder without a floor, and the test kit outside tests', () => {
  assert.match(
    told(floorBreaches([server('totp/a.ts', "import { b } from '../codes/b.ts'")]))[0] ?? '',
    /sideways/,
  )
  assert.match(told(floorBreaches([server('passkeys-of-old/a.ts', '')]))[0] ?? '', /no floor/)
  assert.match(
    told(floorBreaches([server('totp/a.ts', "import { b } from '../testing/b.ts'")]))[0] ?? '',
    /test kit/,
  )
})

test('lets imports go down, and tests go where they like', () => {
  const files = [
    server(
      'sign-in/prove.ts',
      "import { a } from '../proofs/check-proof.ts'\nimport { b } from './attempt.ts'",
    ),
    server(
      'totp/check-code.test.ts',
      "import { a } from '../testing/held-clock.ts'\nimport b from '../sign-in/b.ts'",
    ),
    server('app.ts', "import { a } from './stores.ts'"),
  ]
  assert.deepEqual(floorBreaches(files), [])
})

test('refuses SQL outside its ring, adapters outside the assembly, HTTP inside a rule', () => {
  const breaches = told(
    ringBreaches([
      server('totp/check-code.ts', "import { sql } from 'kysely'"),
      server('totp/begin.ts', "import { sqlTotpStore } from './sql.ts'"),
      server('totp/store.ts', "import type { Sql } from '../db/database.ts'"),
      server('totp/confirm.ts', "import type { CookieJar } from '../http/cookies.ts'"),
      server('binding/http.ts', "import { makeSealer } from '../crypto/seal.ts'"),
      server('accounts/hash.ts', "import { createHash } from 'node:crypto'"),
      server('audit/store.ts', "import { CHAIN_START } from './event.ts'"),
    ]),
  )
  assert.equal(breaches.length, 7, breaches.join('\n'))
})

test('refuses an undeclared package, an app as a package, a way round the package name, Node in a page', () => {
  const spaces = {
    'packages/otp': [],
    'packages/ui': ['react'],
    'apps/console': ['@sallyport/contract', 'react'],
  }
  const at = (path: string, text: string): SourceFile => ({ path, text })
  const breaches = packageBreaches(
    [
      at('packages/otp/src/totp.ts', "import { createHmac } from 'node:crypto'"),
      at('packages/ui/src/button.tsx', "import x from 'left-pad'"),
      at('packages/ui/src/card.tsx', "import { x } from '@sallyport/console'"),
      at('packages/ui/src/page.tsx', "import { x } from '../../otp/src/totp.ts'"),
      at('apps/console/src/wire/call.ts', "import { endpoints } from '@sallyport/contract'"),
      at('apps/console/src/wire/call.ts', "import type { Reply } from '@sallyport/contract'"),
      at('apps/console/src/text/en.ts', "import { refusals } from '@sallyport/contract/refusals'"),
    ],
    spaces,
  )
  assert.deepEqual(
    breaches.map(({ path }) => path),
    [
      'packages/otp/src/totp.ts',
      'packages/ui/src/button.tsx',
      'packages/ui/src/card.tsx',
      'packages/ui/src/page.tsx',
      'apps/console/src/wire/call.ts',
    ],
  )
})

test('refuses vague names, long files, a missing first sentence, clock and chance out of place, a second mint', () => {
  const long = `/** Long. */\n${'const x = 1\n'.repeat(300)}`
  const breaches = told(
    houseBreaches([
      server('totp/utils.ts', ''),
      server('accounts/account-service.ts', ''),
      server('totp/CheckCode.ts', ''),
      server('totp/index.ts', ''),
      { path: 'apps/server/src/totp/long.ts', text: long },
      { path: 'apps/server/src/totp/silent.ts', text: 'export const x = 1\n' },
      server('totp/late.ts', 'const now = Date.now()'),
      server('totp/dice.ts', 'const n = Math.random()'),
      server('totp/mark.ts', `// ${'TO'}DO later`),
      server('totp/only.test.ts', `test${'.'}only('x', () => {})`),
      server('totp/hooked.test.ts', 'beforeEach(async () => {})'),
      server('sign-in/prove.ts', "await db.insertInto('session').values(row).execute()"),
      server('sign-in/short-cut.ts', 'await stores.sessions.insert(session, hash)'),
    ]),
  )
  assert.equal(breaches.length, 13, breaches.join('\n'))
})

test('allows what the rules allow', () => {
  assert.deepEqual(
    houseBreaches([
      server('kernel/clock.ts', 'export const systemClock = { now: () => Date.now() }'),
      server('sessions/open-session.ts', 'await stores.sessions.insert(session, hash)'),
      server('db/migrations/0001-accounts.ts', ''),
      { path: 'packages/otp/src/index.ts', text: '/** The face. */\n' },
      server('totp/suite.test.ts', "suite('keys', () => {\n  beforeEach(async () => {})\n})"),
      server('totp/when.ts', 'const text = new Date(at).toISOString()'),
    ]),
    [],
  )
})
