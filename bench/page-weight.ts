/**
 * Measures P9: what a page loads before it is there (HTML, scripts, styles), in gzip as the server sends it.
 *
 * What is loaded later, on demand, does not count, and neither does an icon. `--json` prints the same for machines.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { buildFrontEnds } from '../tools/build.ts'

const APPS = join(import.meta.dirname, '../apps')
const PAGES = [
  { name: 'sign-in page', folder: 'console', file: 'sign-in.html', targetKilobytes: 90 },
  { name: 'authenticator', folder: 'authenticator', file: 'index.html', targetKilobytes: 110 },
]

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
await buildFrontEnds()
const result = PAGES.map((page) => ({
  ...page,
  kilobytes: weigh(join(APPS, page.folder, 'dist'), page.file),
}))
if (values.json) console.log(JSON.stringify(result))
else
  for (const { name, kilobytes, targetKilobytes } of result)
    console.log(`P9  ${name.padEnd(22)} ${kilobytes.toFixed(1)} kB in gzip (target <= ${targetKilobytes})`)

/** Kilobytes of 1,000 bytes, by the files that the page itself names. */
function weigh(dist: string, page: string): number {
  const html = readFileSync(join(dist, page))
  const named = [...html.toString().matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)]
  const bytes = named.map(([, path = '']) => {
    const zipped = join(dist, `${path}.gz`)
    return (existsSync(zipped) ? readFileSync(zipped) : gzipSync(readFileSync(join(dist, path)))).length
  })
  return bytes.reduce((sum, length) => sum + length, gzipSync(html).length) / 1000
}
