/** What a verb of the command line is given, and where it writes: nothing else of the machine is touched directly. */
import type { Configuration } from '../configuration.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Random } from '../kernel/random.ts'

export type Terminal = {
  /** What stands after the verb, without the options. */
  readonly args: readonly string[]
  /** Options of the verb's own, by name: their values, or that they are there. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Whether the answer is to be one JSON document. */
  readonly json: boolean
  /** Prints a line of the answer. */
  readonly out: (line: string) => void
  /** Prints a line that is no part of the answer. */
  readonly err: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** From which relative paths count. */
  readonly folder: string
  /** All of standard input. */
  readonly stdin: () => Promise<string>
  readonly clock: Clock
  readonly random: Random
  /** Starts the server; the exit code, once it has ended. */
  readonly serve: (configuration: Configuration) => Promise<number>
}

/** Exit codes: everything went well; it did not; the command line itself is wrong. */
export const DONE = 0
export const FAILED = 1
export const MISUSED = 2

/** Runs one act and gives the exit code. */
export type Run = (terminal: Terminal) => Promise<number>
