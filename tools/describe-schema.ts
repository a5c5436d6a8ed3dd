/** A schema in one line of words and code, for the reference pages. */

type Schema = Readonly<Record<string, unknown>>

/** Such as `{ code: string, purpose?: "bind_mfa" | "change_email" }`. */
export function describeSchema(schema: object): string {
  return `\`${shapeOf(schema as Schema)}\``
}

function shapeOf(schema: Schema): string {
  const choices = schema['anyOf']
  if (Array.isArray(choices)) return choices.map((one) => shapeOf(one as Schema)).join(' or ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  switch (schema['type']) {
    case 'object':
      return objectShape(schema)
    case 'array':
      return `[${shapeOf((schema['items'] ?? {}) as Schema)}]`
    case 'string':
      return schema['format'] === 'date-time' ? 'instant' : 'string'
    default:
      return typeof schema['type'] === 'string' ? schema['type'] : 'anything'
  }
}

function objectShape(schema: Schema): string {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = (schema['required'] ?? []) as readonly string[]
  const members = Object.entries(properties).map(
    ([name, inner]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(inner)}`,
  )
  return members.length === 0 ? 'object' : `{ ${members.join(', ')} }`
}
