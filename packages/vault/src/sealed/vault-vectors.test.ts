/** Vaults of old versions open for ever: by the package, and by the script of the guide, which shares no code with it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { decodeBase64 } from '../base64.ts'
import { writeContent } from '../entry/content.ts'
import { openVault, type VaultKey } from './open-vault.ts'
import { parseSealed, writeSealed } from './parse-sealed.ts'
import { bytesOf } from './slot-keys.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const VECTORS = join(ROOT, 'vectors/vault')
const NAMES = readdirSync(VECTORS)
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => file.replace('.expected.json', ''))

type Expected = {
  readonly keys: {
    readonly passphrases?: readonly string[]
    readonly recoveryKey?: string
    readonly passkey?: { readonly credentialId: string; readonly prfOutput: string }
    readonly deviceKey?: string
  }
  readonly content: { readonly settings: Readonly<Record<string, unknown>> }
}

/** Without what the first vaults counted and is derived now: how many accounts are in no backup file. */
function keptOf({ settings, ...content }: Expected['content']) {
  const { addedSinceBackup: _, ...kept } = settings
  return { ...content, settings: kept }
}

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.expected.json`), 'utf8')) as Expected
}

async function keysOf({ keys }: Expected): Promise<readonly VaultKey[]> {
  const found: VaultKey[] = (keys.passphrases ?? []).map((passphrase) => ({ kind: 'passphrase', passphrase }))
  if (keys.recoveryKey !== undefined) found.push({ kind: 'recovery', recoveryKey: keys.recoveryKey })
  if (keys.passkey !== undefined) {
    const { credentialId, prfOutput } = keys.passkey
    found.push({ kind: 'passkey', credentialId, prfOutput: bytesOf(prfOutput) })
  }
  if (keys.deviceKey !== undefined) {
    const raw = Uint8Array.from(decodeBase64(keys.deviceKey) ?? [])
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    found.push({ kind: 'device', key })
  }
  return found
}

test('there are vaults of version 1 with every way in', () => {
  assert.deepEqual(NAMES.toSorted(), ['v1-empty', 'v1-every-slot', 'v1-passphrase'])
})

for (const name of NAMES)
  test(`${name} opens by each of its keys, with what was sealed in it`, async () => {
    const file = readFileSync(join(VECTORS, `${name}.json`))
    const read = parseSealed(file)
    assert.ok(read.ok)
    assert.deepEqual(Buffer.from(writeSealed(read.sealed)), file)
    const expected = expectedOf(name)
    const keys = await keysOf(expected)
    assert.equal(keys.length, read.sealed.slots.length)
    for (const key of keys) {
      const opened = await openVault(read.sealed, key)
      assert.ok(opened.ok, key.kind)
      const content: unknown = JSON.parse(new TextDecoder().decode(writeContent(opened.open.content)))
      assert.deepEqual(content, keptOf(expected.content))
    }
  })

test('the script of the guide has 40 lines and opens them without the app', () => {
  const guide = readFileSync(join(ROOT, 'docs/guides/vault-format.md'), 'utf8')
  const script = /^```js\n(.*?)^```$/ms.exec(guide)?.[1] ?? ''
  assert.ok(script.trimEnd().split('\n').length <= 40)
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-vault-'))
  try {
    const path = join(folder, 'open-vault.mjs')
    writeFileSync(path, script)
    const run = (name: string, typed: string) =>
      spawnSync(process.execPath, [path, join(VECTORS, `${name}.json`)], {
        input: `${typed}\n`,
        encoding: 'utf8',
      })
    for (const name of NAMES) {
      const { keys, content } = expectedOf(name)
      for (const typed of [keys.passphrases?.at(-1), keys.recoveryKey?.toLowerCase()]) {
        if (typed === undefined) continue
        const { status, stdout, stderr } = run(name, typed)
        assert.equal(status, 0, stderr)
        assert.deepEqual(JSON.parse(stdout), content)
      }
    }
    const wrong = run('v1-every-slot', 'third')
    assert.equal(wrong.status, 1)
    assert.equal(wrong.stdout, '')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
