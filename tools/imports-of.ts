/** The imports of a source file, types and dynamic ones included. */
import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

export type Import = {
  /** As it is written, such as `./store.ts` or `kysely`. */
  readonly name: string
  /** The path from the top of the project for a relative import, else undefined. */
  readonly path: string | undefined
  readonly typeOnly: boolean
}

/** Statements begin a line (the formatter sees to it); between the word and `from` stand only names, braces, stars. */
const STATEMENT = /^(?:import|export)\b(\s+type\b)?[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/gm
const SIDE_EFFECT = /^import\s*['"]([^'"]+)['"]/gm
const CALL = /\bimport\(\s*['"]([^'"]+)['"]/g

/** In the order of their kinds: statements, side effects, calls. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = []
  const add = (name: string | undefined, typeOnly: boolean): void => {
    if (name === undefined) return
    const path = name.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(file.path), name))
      : undefined
    found.push({ name, path, typeOnly })
  }
  for (const match of file.text.matchAll(STATEMENT)) add(match[2], match[1] !== undefined)
  for (const match of file.text.matchAll(SIDE_EFFECT)) add(match[1], false)
  for (const match of file.text.matchAll(CALL)) add(match[1], false)
  return found
}
