/** A short stamp of a front end's sources, so that a build is done only when one of them has changed. */
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Dependencies, builds (also one that is still under way beside the old), and tests. */
const apart = /^(node_modules|dist(-\d+)?)$|\.test\.tsx?$/

/**
 * The stamp of all files under the given files and folders: their paths, sizes and times of change, without reading
 * them, which takes milliseconds. Dependencies, earlier builds and tests do not count; a path that is absent does.
 *
 * @param root the folder that the paths are relative to
 */
export function sourceStamp(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) stampPath(root, path, hash)
  return hash.digest('hex')
}

function stampPath(root: string, path: string, hash: ReturnType<typeof createHash>): void {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) {
    hash.update(`${path} absent\n`)
    return
  }
  if (!found.isDirectory()) {
    hash.update(`${path} ${found.size} ${found.mtimeMs}\n`)
    return
  }
  const names = readdirSync(join(root, path)).filter((name) => !apart.test(name))
  for (const name of names.sort()) stampPath(root, `${path}/${name}`, hash)
}
