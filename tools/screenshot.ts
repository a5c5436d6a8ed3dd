/** Takes the picture of the security page for the README: from the running product, in a real browser, kept small. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { bindDevice } from '../e2e/bind-device.ts'
import { chromiumPath } from '../e2e/browser.ts'
import { localOutbox } from '../e2e/outbox.ts'
import { register } from '../e2e/register.ts'
import { startServer } from '../e2e/server.ts'
import { ROOT } from './run-step.ts'

const PICTURE = join(ROOT, 'docs', 'security-page.png')
const MOST_BYTES = 80_000

const server = await startServer()
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 720 }, colorScheme: 'light' })
  const outbox = localOutbox(server.origin)
  await register(page, server, outbox)
  await bindDevice(page, outbox)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: PICTURE, animations: 'disabled' })
} finally {
  await browser.close()
  await server.dispose()
}
const { size } = statSync(PICTURE)
console.log(`docs/security-page.png: ${size} bytes`)
if (size > MOST_BYTES) throw new Error(`the picture is larger than ${MOST_BYTES} bytes`)
