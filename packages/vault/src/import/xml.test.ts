/** The small XML reader takes what exports are made of, and nothing that is not one tree. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { childOf, readXml, textOfChild } from './xml.ts'

test('reads elements, attributes, text, references and sections of characters', () => {
  const root = readXml(
    `<?xml version="1.0"?>\n<!-- <no/> --><map a="1 &lt; 2" b='"'>x<s>&amp;&#65;&#x42;</s><e/><![CDATA[<raw>]]></map>\n`,
  )
  assert.equal(root?.name, 'map')
  assert.deepEqual(
    [...(root?.attributes ?? [])],
    [
      ['a', '1 < 2'],
      ['b', '"'],
    ],
  )
  assert.equal(root?.text, 'x<raw>')
  assert.equal(textOfChild(root, 's'), '&AB')
  assert.deepEqual(childOf(root, 'e')?.children, [])
})

test('refuses what is not one tree, and every document type', () => {
  const bad = ['', 'x', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a/>x', '<a', '<!-- ', '<!DOCTYPE a []><a/>']
  for (const text of [...bad, '<a>'.repeat(1000) + '</a>'.repeat(1000)])
    assert.equal(readXml(text), undefined, text.slice(0, 40))
})

test('never throws', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'a',
    '"',
    '=',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    ';',
    '<?',
  )
  fc.assert(fc.property(fc.array(piece), (pieces) => void readXml(pieces.join(''))))
})
