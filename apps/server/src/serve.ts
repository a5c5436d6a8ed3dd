/** Runs the server until it is told to end. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import type { Configuration } from './configuration.ts'
import { buildAuthenticatorApp } from './http/authenticator-app.ts'
import { HOUR, systemClock } from './kernel/clock.ts'
import { systemRandom } from './kernel/random.ts'
import { startDelivery } from './notify/deliver.ts'
import { mailBy, smsBy } from './notify/gateways.ts'
import { ConfigurationError } from './read-values.ts'
import { makeSetUpLink } from './registration/make-set-up-link.ts'
import { sweep } from './sweep.ts'
import { openWorld } from './world.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const PAGES = join(ROOT, 'apps/console/dist')
const AUTHENTICATOR = join(ROOT, 'apps/authenticator/dist')
const SWEEP_EVERY = HOUR / 6

/**
 * Builds the pages where they are missing or stale, migrates, listens, prints the addresses, and goes on until SIGINT or
 * SIGTERM. Then requests in flight are answered, waiting commits finished, and the database is closed.
 *
 * @param print where the lines of product.md go
 */
export async function serve(configuration: Configuration, print: (line: string) => void): Promise<void> {
  const ended = waitForSignal()
  const { buildFrontEnds } = await import('../../../tools/build.ts')
  await buildFrontEnds()
  const log = await makeLog(configuration.logLevel)
  const world = await openWorld(configuration, { clock: systemClock, random: systemRandom })
  if (world.migrated.length > 0) log.info({ migrations: world.migrated }, 'migrated')
  const delivery = startDelivery({
    ...world,
    mail: configuration.mail && mailBy(configuration.mail),
    sms: configuration.sms && smsBy(configuration.sms),
    log: (failure) => log.warn(failure, 'message not delivered'),
  })
  const server = await buildApp(world, { log, pagesFolder: PAGES, wakeDelivery: delivery.wake })
  const setUpLink = await makeSetUpLink(world)
  const sweeping = setInterval(() => {
    sweep(world).catch((err: unknown) => log.error({ err }, 'sweep failed'))
  }, SWEEP_EVERY).unref()

  const app = await openAuthenticatorApp(configuration)
  await listen(server, configuration.host, configuration.port, 'SALLYPORT_PORT')
  print(`Console:        ${world.origin.origin}`)
  if (configuration.authenticator) print(`Authenticator:  ${configuration.authenticator.origin.origin}`)
  if (setUpLink) print(`First account:  ${setUpLink.open()}`)

  await ended
  clearInterval(sweeping)
  await server.close()
  await app?.close()
  await delivery.stop()
  await world.database.close()
}

/** It listens before the console does: whoever finds one answering finds both. */
async function openAuthenticatorApp({ host, authenticator }: Configuration) {
  if (authenticator === undefined) return undefined
  const app = await buildAuthenticatorApp(authenticator.origin, AUTHENTICATOR)
  await listen(app, host, authenticator.port, 'SALLYPORT_AUTHENTICATOR_PORT')
  return app
}

/** Another program on the port is the usual trouble of a first start, so it is told with the way out. */
async function listen(server: FastifyInstance, host: string, port: number, variable: string): Promise<void> {
  try {
    await server.listen({ host, port })
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault
    throw new ConfigurationError(
      `another program listens on port ${port} of ${host}; stop it, or set ${variable} to another port`,
    )
  }
}

/** JSON on standard error; for people where that is a terminal. Standard output is left to the printed lines. */
async function makeLog(level: Configuration['logLevel']) {
  if (!process.stderr.isTTY) return pino({ level }, pino.destination({ fd: 2, sync: false }))
  const { default: pretty } = await import('pino-pretty')
  return pino({ level }, pretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }))
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
