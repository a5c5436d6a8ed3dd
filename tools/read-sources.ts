/** Reads the files of the project that the checks look at. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './source-file.ts'

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'data',
  'test-results',
  'playwright-report',
])

/**
 * Every file under `folders` whose name ends in one of `endings`, in a fixed order. Folders whose name begins with a
 * dot and what is installed or built are left out.
 *
 * @param root the top of the project
 */
export function readSources(
  root: string,
  folders: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): readonly SourceFile[] {
  const found: SourceFile[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !entry.name.startsWith('.')) visit(path)
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push({ path, text: readFileSync(join(root, path), 'utf8') })
      }
    }
  }
  for (const folder of folders) visit(folder)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
