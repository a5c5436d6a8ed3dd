/** Writes files in the format of MaxMind DB 2.0, small enough to be written whole: for tests, and for whoever has a list of their own. */

/** What a data section can hold here. */
export type Value = string | number | { readonly [key: string]: Value }

/** A network such as `192.0.2.0/24` and what is said of it. */
export type Network = { readonly network: string; readonly says: Value }

type Node = [left: Branch, right: Branch]
type Branch = Node | { readonly at: number } | undefined

const MARKER = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex')
const SEPARATOR_BYTES = 16
const RECORD_BITS = 24
const TYPE = { text: 2, double: 3, uint16: 5, uint32: 6, map: 7, uint64: 9, array: 11 } as const

/** @param about.builtAt ms */
export function writePlaceFile(
  networks: readonly Network[],
  about: { readonly type: string; readonly builtAt: number },
): Uint8Array {
  const root: Node = [undefined, undefined]
  const data: Buffer[] = []
  let offset = 0
  for (const { network, says } of networks) {
    insert(root, bitsOf(network), { at: offset })
    const bytes = encode(says)
    data.push(bytes)
    offset += bytes.length
  }
  const { tree, count } = writeTree(root)
  return Buffer.concat([
    tree,
    Buffer.alloc(SEPARATOR_BYTES),
    ...data,
    MARKER,
    control(TYPE.map, 9),
    ...[
      [encode('binary_format_major_version'), unsigned(TYPE.uint16, 2)],
      [encode('binary_format_minor_version'), unsigned(TYPE.uint16, 0)],
      [encode('build_epoch'), unsigned(TYPE.uint64, Math.floor(about.builtAt / 1000))],
      [encode('database_type'), encode(about.type)],
      [encode('description'), encode({ en: about.type })],
      [encode('ip_version'), unsigned(TYPE.uint16, 6)],
      [encode('languages'), control(TYPE.array, 1), encode('en')],
      [encode('node_count'), unsigned(TYPE.uint32, count)],
      [encode('record_size'), unsigned(TYPE.uint16, RECORD_BITS)],
    ].flat(),
  ])
}

/** The bits of the prefix in an IPv6 tree, where IPv4 lies in ::/96. */
function bitsOf(network: string): readonly number[] {
  const [address = '', length = ''] = network.split('/')
  const isIPv4 = !address.includes(':')
  const groups = isIPv4 ? ipv4Groups(address) : ipv6Groups(address)
  const bits = groups.flatMap((group) => Array.from(group.toString(2).padStart(16, '0'), Number))
  return bits.slice(0, Number(length) + (isIPv4 ? 96 : 0))
}

function ipv4Groups(address: string): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [0, 0, 0, 0, 0, 0, a * 256 + b, c * 256 + d]
}

function ipv6Groups(address: string): readonly number[] {
  const [head = '', tail = ''] = address.split('::')
  const read = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  const before = read(head)
  const after = read(tail)
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after]
}

function insert(root: Node, bits: readonly number[], leaf: { at: number }): void {
  let node = root
  for (const bit of bits.slice(0, -1)) {
    const next = node[bit as 0 | 1]
    if (next !== undefined && !Array.isArray(next)) throw new Error('a network lies inside another')
    const inner: Node = next ?? [undefined, undefined]
    node[bit as 0 | 1] = inner
    node = inner
  }
  const last = bits.at(-1) as 0 | 1
  if (node[last] !== undefined) throw new Error('a network lies inside another')
  node[last] = leaf
}

function writeTree(root: Node): { tree: Buffer; count: number } {
  const nodes: Node[] = [root]
  const numbers = new Map<Node, number>([[root, 0]])
  for (let at = 0; at < nodes.length; at += 1)
    for (const branch of nodes[at] ?? [])
      if (Array.isArray(branch)) {
        numbers.set(branch, nodes.length)
        nodes.push(branch)
      }
  const count = nodes.length
  const tree = Buffer.alloc((count * 2 * RECORD_BITS) / 8)
  for (const [at, node] of nodes.entries())
    for (const [side, branch] of node.entries()) {
      const record = Array.isArray(branch)
        ? (numbers.get(branch) ?? 0)
        : branch === undefined
          ? count
          : count + SEPARATOR_BYTES + branch.at
      tree.writeUIntBE(record, at * 6 + side * 3, 3)
    }
  return { tree, count }
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value)
    return Buffer.concat([control(TYPE.text, bytes.length), bytes])
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleBE(value)
    return Buffer.concat([control(TYPE.double, 8), bytes])
  }
  const entries = Object.entries(value)
  return Buffer.concat([
    control(TYPE.map, entries.length),
    ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)]),
  ])
}

function unsigned(type: number, value: number): Buffer {
  const hex = value === 0 ? '' : value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([control(type, bytes.length), bytes])
}

/** Types above 7 stand in a byte of their own; sizes from 29 to 284 likewise. */
function control(type: number, size: number): Buffer {
  if (size > 284) throw new Error('longer than this writer writes')
  const low = Math.min(size, 29)
  const head = type > 7 ? [low, type - 7] : [(type << 5) | low]
  return Buffer.from(size < 29 ? head : [...head, size - 29])
}
