/** What every journey stands on: a server of its own, its outbox, and pages that may not complain. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { localOutbox, type Outbox } from './outbox.ts'
import { type RunningServer, startServer } from './server.ts'

export { expect, type Page }

export type Fixtures = {
  /** Configuration of the server beyond the defaults. */
  serverSettings: Record<string, string>
  server: RunningServer
  outbox: Outbox
  /** Another person's or device's browser: a page that shares nothing with `page`. */
  newVisitor: () => Promise<Page>
}

/** The browser's own line about an answer of 4xx; the page's words about it are what the journey looks at. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 4\d\d/

export const test = base.extend<Fixtures>({
  serverSettings: [{}, { option: true }],
  server: async ({ serverSettings }, use) => {
    const server = await startServer(serverSettings)
    await use(server)
    await server.dispose()
  },
  outbox: async ({ server }, use) => {
    await use(localOutbox(server.origin))
  },
  context: async ({ context }, use) => {
    const complaints = await listen(context)
    await use(context)
    expect(complaints, 'the pages complained to the console').toEqual([])
  },
  newVisitor: async ({ browser }, use) => {
    const opened: { context: BrowserContext; complaints: readonly string[] }[] = []
    await use(async () => {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
      opened.push({ context, complaints: await listen(context) })
      return await context.newPage()
    })
    for (const { context } of opened) await context.close()
    expect(
      opened.flatMap(({ complaints }) => complaints),
      'the pages complained to the console',
    ).toEqual([])
  },
})

/** Collects errors of the console, uncaught exceptions and violations of the content security policy. */
async function listen(context: BrowserContext): Promise<readonly string[]> {
  const complaints: string[] = []
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.effectiveDirective} by ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}
