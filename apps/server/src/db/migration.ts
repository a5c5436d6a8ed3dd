/** One step of the schema's past: a name and its statements, never changed once released. */
import type { Engine } from './engine.ts'

export type Migration = {
  readonly name: string
  readonly up: (engine: Engine) => readonly string[]
}
