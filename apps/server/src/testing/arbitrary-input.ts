/** Input for fuzzing, from an endpoint's schema: of the right form with wild contents, or spoilt in one place. */
import fc from 'fast-check'

type Schema = {
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '000000',
    '123 456',
    '１２３４５６',
    'a@example.com',
    'a\u0000@example.com',
    'a@example.com,b@example.com',
    'a＠example.com',
    "' OR 1=1 --",
    '\r\nBcc: b@example.com',
    '\ud800',
    '\u202egnp.exe',
    '__proto__',
    '+491701234567',
    '😀'.repeat(64),
    'x'.repeat(5000),
  ),
)

/** Any JSON value at all. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -1, 1e308, -1e-9, [], {}, [[]], ['000000'], { $ne: null }),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('code', 'method', 'email', 'constructor', 'toString'), text),
)

/** Bodies that are no JSON, or JSON that only a text can say. */
export const rawBodies: readonly string[] = [
  '',
  '{',
  'nonsense',
  '\u0000',
  '{"__proto__":{"code":"000000"}}',
  '{"constructor":{"prototype":{"code":"000000"}}}',
  '{"code":"000000","code":["111111"]}',
  '['.repeat(5000),
  `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  JSON.stringify({ code: 'x'.repeat(31 * 1024) }),
  JSON.stringify({ code: 'x'.repeat(64 * 1024) }),
]

/** Values that have the form of a schema. */
export function shaped(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(shaped))
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'array':
      return fc.array(shaped(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: schema.maxItems ?? 3,
      })
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, field]) => [name, shaped(field)] as const,
      )
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] })
    }
    default:
      return junk
  }
}

function textOf({ pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength })
  return text.filter((value) => value.length >= minLength && value.length <= maxLength)
}

/** Values of a schema with one field left out, put in, or replaced by junk. */
export function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const how = fc.record({
    way: fc.constantFrom('drop', 'add', 'replace', 'wrap'),
    at: fc.nat(),
    junk,
    added: fc.constantFrom(
      'userId',
      'accountId',
      'principalId',
      'verified',
      'level',
      'constructor',
      'toString',
    ),
  })
  return fc.tuple(shaped(schema), how).map(([value, { way, at, junk: strange, added }]) => {
    const fields: [string, unknown][] = Object.entries(value as object)
    const name = fields[at % Math.max(1, fields.length)]?.[0]
    if (way === 'add' || name === undefined) return Object.fromEntries([...fields, [added, strange]])
    if (way === 'drop') return Object.fromEntries(fields.filter(([field]) => field !== name))
    return Object.fromEntries(
      fields.map(([field, was]) => [field, field !== name ? was : way === 'wrap' ? [was] : strange]),
    )
  })
}
