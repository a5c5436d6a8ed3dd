/** Writes the reference pages of the docs anew from the code. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { referencePages } from './reference-pages.ts'
import { ROOT } from './run-step.ts'

for (const [path, text] of Object.entries(referencePages())) {
  writeFileSync(join(ROOT, path), text)
  console.log(path)
}
