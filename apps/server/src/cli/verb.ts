/** A verb of the command line. */
import type { Run } from './terminal.ts'

export type Verb = {
  /** One word, or two such as `mfa reset`. */
  readonly name: string
  /** What it needs, by name: `<principal>`. */
  readonly takes: readonly string[]
  /** One line for the overall help. */
  readonly summary: string
  /** The lines of its own help. */
  readonly details: readonly string[]
  readonly run: Run
}
