/** Opens the world for one command and closes it again. */
import { readConfiguration } from '../configuration.ts'
import { ConfigurationError } from '../read-values.ts'
import { openWorld, type World } from '../world.ts'
import { FAILED, type Terminal } from './terminal.ts'

/**
 * What keeps the world from opening (a wrong variable, a root key that does not fit, a database of a newer version) is
 * told in one line.
 *
 * @returns the exit code of the work
 */
export async function withWorld(
  terminal: Terminal,
  work: (world: World) => Promise<number>,
): Promise<number> {
  let world: World
  try {
    world = await openWorld(readConfiguration(terminal.env, terminal.folder), terminal)
  } catch (fault) {
    terminal.err(`sallyport: ${sentenceOf(fault)}`)
    return FAILED
  }
  try {
    return await work(world)
  } finally {
    await world.database.close()
  }
}

/** An error's own sentence; those of the configuration, the keys and the migrations are written for operators. */
export function sentenceOf(fault: unknown): string {
  if (fault instanceof ConfigurationError) return fault.message
  return fault instanceof Error ? (fault.message.split('\n')[0] ?? fault.name) : String(fault)
}
