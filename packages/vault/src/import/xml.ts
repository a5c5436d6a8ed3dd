/** Reads XML by hand: under Trusted Types a page may not let the browser parse what comes from a file. */
import { unescapeHtml } from './html-text.ts'

export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text directly within, joined. */
  readonly text: string
}

type Growing = { -readonly [Member in keyof XmlElement]: XmlElement[Member] } & { children: Growing[] }

/** Nobody's groups are nested deeper. */
const MOST_DEPTH = 256

/**
 * The root element; undefined where the text is not one well-formed tree. Comments and instructions are skipped, and a
 * document type, with which entities could be declared, is refused.
 */
export function readXml(text: string): XmlElement | undefined {
  const open: Growing[] = []
  let root: Growing | undefined
  let at = 0
  for (;;) {
    const start = text.indexOf('<', at)
    const parent = open.at(-1)
    const between = text.slice(at, start === -1 ? text.length : start)
    if (parent !== undefined) parent.text += unescapeHtml(between)
    else if (between.trim().replace('\uFEFF', '') !== '') return undefined
    if (start === -1) return open.length === 0 ? root : undefined
    const tag = readTag(text, start)
    if (tag === undefined) return undefined
    at = tag.end
    if (tag.kind === 'other') continue
    if (tag.kind === 'text') {
      if (parent === undefined) return undefined
      parent.text += tag.body
    } else if (tag.kind === 'end') {
      if (open.pop()?.name !== tag.body.trim()) return undefined
    } else {
      const element = elementOf(tag.body)
      if (open.length >= MOST_DEPTH || (parent === undefined && root !== undefined)) return undefined
      if (parent === undefined) root = element
      else parent.children.push(element)
      if (!tag.body.endsWith('/')) open.push(element)
    }
  }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The text of the first child of that name, or nothing. */
export function textOfChild(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text ?? ''
}

type Tag = {
  readonly kind: 'start' | 'end' | 'text' | 'other'
  readonly body: string
  readonly end: number
}

function readTag(text: string, start: number): Tag | undefined {
  const upTo = (mark: string, kind: Tag['kind'], skip: number): Tag | undefined => {
    const end = text.indexOf(mark, start + skip)
    return end === -1 ? undefined : { kind, body: text.slice(start + skip, end), end: end + mark.length }
  }
  if (text.startsWith('<!--', start)) return upTo('-->', 'other', 4)
  if (text.startsWith('<![CDATA[', start)) return upTo(']]>', 'text', 9)
  if (text.startsWith('<!', start)) return undefined
  if (text.startsWith('<?', start)) return upTo('?>', 'other', 2)
  if (text.startsWith('</', start)) return upTo('>', 'end', 2)
  return upTo('>', 'start', 1)
}

function elementOf(body: string): Growing {
  const name = /^[^\s/]*/.exec(body)?.[0] ?? ''
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single = ''] of body.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(key, unescapeHtml(double ?? single))
  return { name, attributes, children: [], text: '' }
}
