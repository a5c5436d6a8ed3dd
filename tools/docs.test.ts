import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { brokenLinks } from './broken-links.ts'
import { readSources } from './read-sources.ts'
import { referencePages } from './reference-pages.ts'
import { ROOT } from './run-step.ts'

const pages = readSources(ROOT, ['.'], ['.md'])

for (const [path, text] of Object.entries(referencePages())) {
  test(`${path} says what the code says`, () => {
    assert.equal(
      existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '',
      text,
      'run: node --conditions=source tools/write-reference.ts',
    )
  })
}

test('every link between the docs leads somewhere', () => {
  assert.deepEqual(
    pages.flatMap((page) => brokenLinks(page, (path) => existsSync(join(ROOT, path)))),
    [],
  )
})

test('a link that leads nowhere is found, to a file or to a heading', () => {
  const page = {
    path: 'docs/guides/a.md',
    text: '# A\n\n[here](b.md) [gone](c.md) [up](../../README.md) [web](https://example.org) [own](#a) ![x](../y.png)\n\n```\n[code](no.md)\n```\n',
  }
  const there = new Set(['docs/guides/b.md', 'README.md'])
  assert.deepEqual(
    brokenLinks(page, (path) => there.has(path)),
    ['docs/guides/a.md: c.md', 'docs/guides/a.md: ../y.png'],
  )
})

test('every npm script that the docs name exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const known = new Set([...Object.keys(scripts), 'ci', 'install', 'exec'])
  const wrong = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run )?([a-z]+)\b/g)]
      .map((match) => match[1] ?? '')
      .filter((word) => !known.has(word) && /^(start|check|test|bench|build|dev|serve|lint)$/.test(word))
      .map((word) => `${path}: npm ${word}`),
  )
  assert.deepEqual(wrong, [])
})

test('every script of tools/, bench/ and e2e/ that the docs name exists', () => {
  const wrong = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\b((?:tools|bench|e2e)\/[a-z0-9/-]+\.ts)\b/g)]
      .map((match) => match[1] ?? '')
      .filter((file) => !existsSync(join(ROOT, file)))
      .map((file) => `${path}: ${file}`),
  )
  assert.deepEqual(wrong, [])
})

test('the README shows a small picture and the two commands', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  assert.match(readme, /npm ci && npm start|npm ci\nnpm start/)
  const picture = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(readme)?.[1]
  assert.ok(picture, 'the README has a picture')
  const size = readFileSync(join(ROOT, dirname('README.md'), picture)).length
  assert.ok(size < 80_000, `the picture has ${size} bytes`)
})
