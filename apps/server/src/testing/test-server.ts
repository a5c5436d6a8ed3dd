/** The whole server in the test's process, on a fresh database, with clock and chance in the test's hands. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { readConfiguration } from '../configuration.ts'
import { listOutbox } from '../notify/list-outbox.ts'
import { openWorld, type World } from '../world.ts'
import { countedRandom } from './counted-random.ts'
import { type HeldClock, heldClock } from './held-clock.ts'
import { type TestBrowser, testBrowser } from './test-browser.ts'

export type TestServer = {
  readonly world: World
  readonly clock: HeldClock
  readonly server: FastifyInstance
  /** Everything that was logged, as text. */
  readonly logged: () => string
  readonly browser: (headers?: Record<string, string>) => TestBrowser
  /** The newest six-digit code that was sent to an address, by the outbox. */
  readonly sentCode: (to: string) => Promise<string>
  readonly sentTexts: (to: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** @param settings configuration beside the defaults: registration open, address limits off */
export async function testServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  const clock = heldClock()
  const configuration = readConfiguration(
    {
      SALLYPORT_DATA: folder,
      SALLYPORT_REGISTRATION: 'open',
      SALLYPORT_ADDRESS_LIMITS: 'off',
      SALLYPORT_ROOT_KEY: Buffer.alloc(32, 9).toString('base64'),
      ...settings,
    },
    folder,
  )
  const world = await openWorld(configuration, { clock, random: countedRandom(folder) })
  let log = ''
  const server = await buildApp(world, {
    log: pino(
      { level: 'trace' },
      {
        write(line: string) {
          log += line
        },
      },
    ),
    pagesFolder: undefined,
    wakeDelivery: () => undefined,
  })
  const messages = async (to: string) => (await listOutbox(world)).filter((message) => message.to === to)
  return {
    world,
    clock,
    server,
    logged: () => log,
    browser: (headers) => testBrowser(server, world.origin, headers),
    async sentCode(to) {
      for (const message of await messages(to)) {
        const code = /\b\d{6}\b/.exec(message.text)?.[0]
        if (code !== undefined) return code
      }
      throw new Error(`no code was sent to ${to}`)
    },
    sentTexts: async (to) => (await messages(to)).map((message) => `${message.subject}\n${message.text}`),
    async close() {
      await server.close()
      await world.database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
