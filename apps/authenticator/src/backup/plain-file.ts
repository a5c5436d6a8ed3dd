/** Files of other apps, made of the accounts: what they are called, what is in them, and what had to stay behind. */
import {
  type Entry,
  exportAegis,
  exportUriList,
  type LeftOut,
  type Progress,
  type Random,
} from '@sallyport/vault'
import { fileName } from './save-file.ts'

export type FileKind = 'aegis' | 'aegis_encrypted' | 'uris'

export type MadeFile = {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly leftOut: readonly LeftOut[]
}

/** @param password for `aegis_encrypted` alone, which throws without one */
export async function makeFile(
  kind: FileKind,
  entries: readonly Entry[],
  ports: {
    readonly now: number
    readonly random: Random
    readonly password?: string
    readonly progress?: Progress
  },
): Promise<MadeFile> {
  const { now, random, password, progress } = ports
  if (kind === 'uris')
    return {
      name: fileName('otpauth', 'txt', now),
      type: 'text/plain',
      bytes: exportUriList(entries),
      leftOut: [],
    }
  if (kind === 'aegis_encrypted' && password === undefined)
    throw new RangeError('a sealed file needs a password')
  const { file, leftOut } = await exportAegis(
    entries,
    kind === 'aegis' ? undefined : password,
    progress === undefined ? { random } : { random, progress },
  )
  const what = kind === 'aegis' ? 'aegis-plain' : 'aegis'
  return { name: fileName(what, 'json', now), type: 'application/json', bytes: file, leftOut }
}
