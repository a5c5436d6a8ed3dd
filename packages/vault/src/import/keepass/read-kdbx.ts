/** Reads the codes of a KDBX file, as KeePass and KeePassXC write it. */
import { decodeBase64 } from '../../base64.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { childOf, readXml, textOfChild, type XmlElement } from '../xml.ts'
import { type OpenKdbx, openKdbx } from './open-kdbx.ts'
import { otpOfStrings } from './otp-of-strings.ts'
import { withoutNobody } from './without-nobody.ts'

export async function readKdbx(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  if (password === undefined) return passwordNeeded('kdbx')
  const opened = await openKdbx(bytes, password)
  if (opened === 'password_wrong') return passwordWrong('kdbx')
  if (typeof opened === 'string') return refused('kdbx', opened)
  const root = readXml(opened.xml)
  const values = root && unmask(root, opened.nextMask)
  if (root?.name !== 'KeePassFile' || values === undefined) return refused('kdbx', 'file_damaged')
  if (!isHeaderKept(root, opened)) return refused('kdbx', 'file_damaged')
  const meta = childOf(root, 'Meta')
  const bin = textOfChild(meta, 'RecycleBinEnabled') === 'False' ? '' : textOfChild(meta, 'RecycleBinUUID')
  const groups = childOf(root, 'Root')?.children.filter(({ name }) => name === 'Group') ?? []
  const found = groups.flatMap((group) => entriesIn(group, { path: [], bin, removed: false }))
  return collectEntries('kdbx', found, ({ entry, path, removed }) => {
    const strings = stringsOf(entry, values)
    const login = {
      issuer: (strings.get('Title') ?? '').trim(),
      account: (strings.get('UserName') ?? '').trim(),
      tags: [path.join('/'), ...textOfChild(entry, 'Tags').split(/[;,]/)].map((tag) => tag.trim()),
      removed,
    }
    const outcome = otpOfStrings(strings, login)
    return outcome && withoutNobody(outcome, login.account)
  })
}

type Place = { readonly path: readonly string[]; readonly bin: string; readonly removed: boolean }
type Found = Omit<Place, 'bin'> & { readonly entry: XmlElement }

/** The group at the top is the file itself and no tag. What entries were before stands within them and is not read. */
function entriesIn(group: XmlElement, { path, bin, removed }: Place): readonly Found[] {
  return group.children.flatMap((child) => {
    if (child.name === 'Entry') return [{ entry: child, path, removed }]
    if (child.name !== 'Group') return []
    const isBin = bin !== '' && textOfChild(child, 'UUID') === bin
    const inner = isBin ? [] : [...path, textOfChild(child, 'Name').trim()]
    return entriesIn(child, { path: inner, bin, removed: removed || isBin })
  })
}

function stringsOf(entry: XmlElement, values: ReadonlyMap<XmlElement, string>): ReadonlyMap<string, string> {
  const strings = entry.children.filter(({ name }) => name === 'String')
  return new Map(
    strings.map((string) => {
      const value = childOf(string, 'Value')
      return [textOfChild(string, 'Key'), (value && (values.get(value) ?? value.text)) ?? '']
    }),
  )
}

/** One stream masks all protected values, in the order in which they stand, those of old entries too. */
function unmask(
  root: XmlElement,
  nextMask: OpenKdbx['nextMask'],
): ReadonlyMap<XmlElement, string> | undefined {
  const values = new Map<XmlElement, string>()
  const waiting: XmlElement[] = [root]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.attributes.get('Protected')?.toLowerCase() === 'true') {
      const masked = decodeBase64(element.text)
      if (masked === undefined) return undefined
      const mask = nextMask(masked.length)
      const plain = masked.map((byte, index) => byte ^ (mask[index] ?? 0))
      values.set(element, new TextDecoder().decode(plain))
    }
    for (const child of element.children.toReversed()) waiting.push(child)
  }
  return values
}

/** Version 3 keeps a hash of its header within; version 4 has checked it before. */
function isHeaderKept(root: XmlElement, { headerHash }: OpenKdbx): boolean {
  const kept = decodeBase64(textOfChild(childOf(root, 'Meta'), 'HeaderHash'))
  if (kept === undefined || kept.length === 0) return true
  return kept.every((byte, index) => byte === headerHash[index])
}
