/** Holds that a build is due exactly when a source has changed. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sourceStamp } from './source-stamp.ts'

function withTree(check: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'sallyport-stamp-'))
  try {
    mkdirSync(join(root, 'app/src'), { recursive: true })
    writeFileSync(join(root, 'app/src/page.ts'), 'one')
    writeFileSync(join(root, 'lock.json'), '{}')
    check(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const paths = ['app', 'lock.json']

test('gives the same stamp while nothing changes', () => {
  withTree((root) => assert.equal(sourceStamp(root, paths), sourceStamp(root, paths)))
})

test('gives another stamp when a file grows, is touched, appears or goes', () => {
  withTree((root) => {
    const stamps = [sourceStamp(root, paths)]
    writeFileSync(join(root, 'app/src/page.ts'), 'one and more')
    stamps.push(sourceStamp(root, paths))
    utimesSync(join(root, 'app/src/page.ts'), 1, 1)
    stamps.push(sourceStamp(root, paths))
    writeFileSync(join(root, 'app/src/other.ts'), '')
    stamps.push(sourceStamp(root, paths))
    rmSync(join(root, 'lock.json'))
    stamps.push(sourceStamp(root, paths))
    assert.equal(new Set(stamps).size, stamps.length)
  })
})

test('leaves out builds, dependencies and tests', () => {
  withTree((root) => {
    const before = sourceStamp(root, paths)
    for (const folder of ['app/dist', 'app/dist-4711', 'app/node_modules']) {
      mkdirSync(join(root, folder))
      writeFileSync(join(root, folder, 'file.js'), '')
    }
    writeFileSync(join(root, 'app/src/page.test.ts'), '')
    assert.equal(sourceStamp(root, paths), before)
  })
})
