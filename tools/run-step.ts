/** Runs one step of a check as a child process and says in a line how it went. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT: string = join(import.meta.dirname, '..')

/** What Node needs here: packages from their sources, and no word about `node:sqlite` being young. */
export const NODE_FLAGS: readonly string[] = ['--conditions=source', '--disable-warning=ExperimentalWarning']

/** A program of the project's dependencies. */
export function installed(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name)
}

/**
 * Runs a step and prints its name, outcome and duration; what it printed stands above it when it failed.
 *
 * @param show whether the step prints as it goes instead
 * @returns true when it exited with 0
 */
export function runStep(
  name: string,
  command: string,
  args: readonly string[],
  { show = false, env = {} }: { show?: boolean; env?: Record<string, string> } = {},
): boolean {
  const begun = performance.now()
  const outcome = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: show ? 'inherit' : 'pipe',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const passed = outcome.status === 0
  if (!passed && !show) process.stdout.write(`${outcome.stdout ?? ''}${outcome.stderr ?? ''}`)
  if (outcome.error) console.log(`${name}: ${outcome.error.message}`)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  return passed
}
