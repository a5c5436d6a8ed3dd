/**
 * Runs the test files given as arguments in this one process, prints what fails, and last a line of JSON with the counts.
 * A process for each file would take most of a minute.
 */

import { relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { ROOT } from './run-step.ts'

export type Counts = { passed: number; failed: number; skipped: number }

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
const stream = run({ files: process.argv.slice(2), isolation: 'none', concurrency: true })

stream.on('test:pass', (event) => {
  if (event.details.type === 'suite') return
  if (event.skip !== undefined) counts.skipped += 1
  else counts.passed += 1
})
stream.on('test:fail', (event) => {
  if (event.details.type === 'suite') return
  counts.failed += 1
  const where = event.file === undefined ? '' : `${relative(ROOT, event.file)}:${event.line}`
  const cause = event.details.error.cause ?? event.details.error
  console.log(
    `\nFAILED ${event.name}\n  ${where}\n  ${inspect(cause, { depth: 6 }).replaceAll('\n', '\n  ')}`,
  )
})
stream.on('end', () => {
  console.log(JSON.stringify(counts))
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
})
stream.resume()
