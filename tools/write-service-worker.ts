/** Writes the authenticator's service worker into its build: the source without its types, and the list of what to keep. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/** Asked for anew each time, or written here, or a copy in gzip for the server alone. */
const APART = /^\/(clock\.txt|service-worker\.js|index\.html|\.build-hash)$|\.gz$/

/**
 * The version is a digest of every file, so that a build in which nothing changed is the same version.
 *
 * @param source the worker in TypeScript
 * @param dist the folder of the build
 */
export function writeServiceWorker(source: string, dist: string): void {
  const files = ['/', ...filesUnder(dist, '').filter((file) => !APART.test(file))].sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(`${file}\n`).update(readFileSync(join(dist, file === '/' ? 'index.html' : file)))
  const precache = { version: hash.digest('hex').slice(0, 16), files }
  const script = stripTypeScriptTypes(readFileSync(source, 'utf8'))
  writeFileSync(join(dist, 'service-worker.js'), `const PRECACHE = ${JSON.stringify(precache)}\n${script}`)
}

function filesUnder(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path)).flatMap((name) =>
    statSync(join(folder, path, name)).isDirectory()
      ? filesUnder(folder, `${path}/${name}`)
      : [`${path}/${name}`],
  )
}
