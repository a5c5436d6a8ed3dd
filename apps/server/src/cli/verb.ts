/** A verb of the command line. */
import type { Run } from './terminal.ts'

/** An option of one verb. */
export type VerbOption = {
  readonly name: string
  /** What stands behind it; without, it stands alone. */
  readonly value?: string
  readonly summary: string
}

export type Verb = {
  /** One word, or two such as `mfa reset`. */
  readonly name: string
  /** What it needs, by name: `<principal>`. */
  readonly takes: readonly string[]
  /** One line for the overall help. */
  readonly summary: string
  /** The lines of its own help. */
  readonly details: readonly string[]
  /** Its own, beside those that every verb has. */
  readonly options?: readonly VerbOption[]
  readonly run: Run
}
