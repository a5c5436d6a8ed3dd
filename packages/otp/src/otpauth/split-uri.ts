/** Takes a URI apart by hand: `URL` cuts at a raw #, loses the case of hosts, and differs between engines. */

export type SplitUri = {
  /** In lower case. */
  readonly scheme: string
  /** What stands between the two slashes and the next one, as written. */
  readonly authority: string
  /** What follows up to the first question mark, still encoded. */
  readonly path: string
  /** The query's pairs with their names in lower case and their values still encoded. */
  readonly parameters: readonly Parameter[]
}

export type Parameter = { readonly name: string; readonly value: string }

/** Splits any text that begins like a URI with an authority. A raw # is a character like all others, everywhere. */
export function splitUri(text: string): SplitUri | undefined {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? []
  if (scheme === undefined || rest === undefined) return undefined
  const [before, query] = cut(rest, '?')
  const [authority, path] = cut(before, '/')
  return { scheme: scheme.toLowerCase(), authority, path, parameters: parametersOf(query) }
}

/** The first value of that name, or nothing; an empty value counts as none. */
export function firstValue(uri: SplitUri, name: string): string | undefined {
  const value = uri.parameters.find((parameter) => parameter.name === name)?.value
  return value === '' ? undefined : value
}

/** Decodes a value of the query, where form encoders write a space as a plus. */
export function decodeValue(value: string): string {
  return decodePart(value.replaceAll('+', ' '))
}

/** Decodes a part of the path, where a plus is a plus. What cannot be decoded stays as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What stands before and after the first mark. */
export function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

function parametersOf(query: string): readonly Parameter[] {
  return query.split('&').flatMap((pair) => {
    const [name, value] = cut(pair, '=')
    const lowerName = decodePart(name).toLowerCase()
    return lowerName === 'issuer' ? issuerAndPeriod(value) : [{ name: lowerName, value }]
  })
}

/** Some writers lose the & before the period: `issuer=Fooperiod=30`. */
function issuerAndPeriod(value: string): readonly Parameter[] {
  const at = value.toLowerCase().indexOf('period=')
  if (at === -1) return [{ name: 'issuer', value }]
  return [
    { name: 'issuer', value: value.slice(0, at) },
    { name: 'period', value: value.slice(at + 'period='.length) },
  ]
}
