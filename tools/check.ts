/** `npm run check`: types, lint and format, floors and rings, docs held to the code. One line each. */
import { installed, NODE_FLAGS, runStep } from './run-step.ts'

const TEST = [...NODE_FLAGS, '--test', '--test-isolation=none', '--test-reporter=spec']

const passed = [
  runStep('types', installed('tsc'), ['-b']),
  runStep('lint and format', installed('biome'), ['check', '--error-on-warnings']),
  runStep('floors, rings, names', process.execPath, [...TEST, 'tools/floors.test.ts']),
  runStep('docs', process.execPath, [...TEST, 'tools/docs.test.ts']),
]

const failed = passed.filter((one) => !one).length
console.log(failed === 0 ? `check: ${passed.length} of ${passed.length} passed` : `check: ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
