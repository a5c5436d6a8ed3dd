/** Damages a file in the ways that files are damaged, and in those that somebody would choose. */

/** Whole numbers from 0 to below `limit`, the same ones for the same seed. */
export type Chance = { readonly below: (limit: number) => number }

/** Mulberry32: small, and good enough to choose a byte by. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return {
    below: (limit) => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
    },
  }
}

/** What stands where a number, a name or a list is expected. Costs of derivation that are allowed stay cheap. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  7,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  '0',
  '-1',
  'constructor',
  '__proto__',
  'A'.repeat(5000),
  '\u0000\ud800',
  [],
  [[]],
  {},
  { toString: null },
  'otpauth://totp/?',
]
const MOST_BYTES_AT_ONCE = 64
const STRETCH = 20_000

const ways: readonly ((bytes: Uint8Array, chance: Chance) => Uint8Array)[] = [
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  flipped,
  flipped,
  (bytes, chance) => replaced(bytes, chance, (part) => concat(part, part)),
  (bytes, chance) => replaced(bytes, chance, () => new Uint8Array(0)),
  (bytes, chance) => replaced(bytes, chance, (part) => part.map(() => chance.below(256))),
  (bytes, chance) => replaced(bytes, chance, (part) => new Uint8Array(STRETCH).fill(part[0] ?? 0)),
  (bytes) => concat(bytes, bytes),
  changedJson,
  changedJson,
  changedJson,
  changedJson,
]

/** One or a few mutations on top of each other; never the file as it was, but for a rare chance. */
export function mutate(bytes: Uint8Array, chance: Chance): Uint8Array {
  let mutated = bytes
  for (let count = chance.below(3); count >= 0; count -= 1) {
    const way = ways[chance.below(ways.length)]
    if (way !== undefined && mutated.length > 0) mutated = way(mutated, chance)
  }
  return mutated
}

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const mutated = bytes.slice()
  for (let count = chance.below(4); count >= 0; count -= 1) {
    const at = chance.below(bytes.length)
    mutated[at] = (mutated[at] ?? 0) ^ (1 << chance.below(8))
  }
  return mutated
}

function replaced(bytes: Uint8Array, chance: Chance, change: (part: Uint8Array) => Uint8Array): Uint8Array {
  const start = chance.below(bytes.length)
  const end = Math.min(bytes.length, start + 1 + chance.below(MOST_BYTES_AT_ONCE))
  return concat(bytes.subarray(0, start), change(bytes.slice(start, end)), bytes.subarray(end))
}

/** A member or element somewhere is changed, left out or doubled; what is no JSON gets a byte flipped. */
function changedJson(bytes: Uint8Array, chance: Chance): Uint8Array {
  const json = parsed(new TextDecoder().decode(bytes))
  if (typeof json !== 'object' || json === null) return flipped(bytes, chance)
  const places = placesOf(json)
  const place = places[chance.below(places.length)]
  if (place === undefined) return flipped(bytes, chance)
  const { holder, name } = place
  const way = chance.below(5)
  if (way === 0) Reflect.deleteProperty(holder, name)
  else if (way === 1 && Array.isArray(holder)) holder.push(Reflect.get(holder, name))
  else if (way === 2) Reflect.set(holder, name, otherType(Reflect.get(holder, name)))
  else Reflect.set(holder, name, VALUES[chance.below(VALUES.length)])
  return new TextEncoder().encode(JSON.stringify(json))
}

/** The same value as another type of JSON. */
function otherType(value: unknown): unknown {
  return typeof value === 'string' ? [value] : JSON.stringify(value)
}

type Place = { readonly holder: object; readonly name: string }

function placesOf(holder: object): readonly Place[] {
  return Object.keys(holder).flatMap((name) => {
    const value: unknown = Reflect.get(holder, name)
    const inside = typeof value === 'object' && value !== null ? placesOf(value) : []
    return [{ holder, name }, ...inside]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
