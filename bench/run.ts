/** `npm run bench`: runs every benchmark there is, one after the other; `--json` for machines. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * P1: the checking of codes. P8: start and memory of the server. P2, P6: sign-ins under load. P9: what pages weigh. Last
 * the lists of a large account.
 */
const benchmarks = ['otp-check.ts', 'server-start.ts', 'sign-in.ts', 'page-weight.ts', 'ram-lists.ts']

for (const benchmark of benchmarks) {
  const file = join(import.meta.dirname, benchmark)
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', file, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
