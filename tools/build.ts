/** Builds the front ends that are missing or older than their sources; `npm start` and `npm run build` come here. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sourceStamp } from './source-stamp.ts'
import { writeServiceWorker } from './write-service-worker.ts'

/** One front end: where it lives, and every folder whose change makes its build stale. */
type FrontEnd = {
  readonly name: string
  readonly folder: string
  readonly sources: readonly string[]
  /** The source of its service worker, in its folder. */
  readonly serviceWorker?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))

const frontEnds: readonly FrontEnd[] = [
  {
    name: 'console',
    folder: 'apps/console',
    sources: ['apps/console', 'packages/ui', 'packages/contract', 'packages/otp', 'package-lock.json'],
  },
  {
    name: 'authenticator',
    folder: 'apps/authenticator',
    sources: ['apps/authenticator', 'packages/ui', 'packages/vault', 'packages/otp', 'package-lock.json'],
    serviceWorker: 'src/service-worker.ts',
  },
]

/**
 * Builds what is due and says so in one line each; does nothing, in a few milliseconds, where all is fresh.
 *
 * Throws: when a build fails; what Vite says of it stands on standard error.
 */
export async function buildFrontEnds({ force = false }: { readonly force?: boolean } = {}): Promise<void> {
  for (const frontEnd of frontEnds) {
    const stamp = sourceStamp(root, frontEnd.sources)
    if (force || !isFresh(frontEnd, stamp)) await build(frontEnd, stamp)
  }
}

function isFresh({ folder }: FrontEnd, stamp: string): boolean {
  const kept = stampFile(folder)
  return existsSync(kept) && readFileSync(kept, 'utf8') === stamp
}

function stampFile(folder: string): string {
  return join(root, folder, 'dist/.build-hash')
}

async function build({ name, folder, serviceWorker }: FrontEnd, stamp: string): Promise<void> {
  const began = performance.now()
  process.stdout.write(`Building the ${name} ... `)
  // Beside the old build and then in its place: a server that starts meanwhile finds one of the two, whole.
  const fresh = `dist-${process.pid}`
  await runVite(folder, fresh)
  if (serviceWorker !== undefined)
    writeServiceWorker(join(root, folder, serviceWorker), join(root, folder, fresh))
  compressAssets(join(root, folder, fresh, 'assets'))
  writeFileSync(join(root, folder, fresh, '.build-hash'), stamp)
  rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
  try {
    renameSync(join(root, folder, fresh), join(root, folder, 'dist'))
  } catch {
    // Another process has put the same build there.
    rmSync(join(root, folder, fresh), { recursive: true, force: true })
  }
  process.stdout.write(`done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Lays each script and stylesheet beside itself in gzip, which the server sends to whoever takes it. */
function compressAssets(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css)$/.test(name)) continue
    writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }))
  }
}

/** Vite runs as a process of its own, so that its memory is given back before the server serves. */
function runVite(folder: string, outFolder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, 'build', '--outDir', outFolder, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd: join(root, folder),
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    )
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The build of ${folder} failed; what is above says why.`))
    })
  })
}

if (import.meta.main) await buildFrontEnds({ force: process.argv.includes('--force') })
