/** `sallyport serve`: starts the server and stays until it ends. */
import { readConfiguration } from '../configuration.ts'
import { FAILED, type Terminal } from './terminal.ts'
import { sentenceOf } from './with-world.ts'

/** What keeps the server from starting is told in one line. */
export async function serveUntilEnd(terminal: Terminal): Promise<number> {
  try {
    return await terminal.serve(readConfiguration(terminal.env, terminal.folder))
  } catch (fault) {
    terminal.err(`sallyport: ${sentenceOf(fault)}`)
    return FAILED
  }
}
