/** Reads what Ente keeps about an account besides its key: a piece of JSON in the parameter `codeDisplay`. */
import { decodeValue } from './split-uri.ts'

export type CodeDisplay = {
  readonly note: string
  readonly tags: readonly string[]
  readonly pinned: boolean
  readonly trashed: boolean
}

const nothing: CodeDisplay = { note: '', tags: [], pinned: false, trashed: false }

/** Takes what is of the right type and leaves the rest; what is no JSON says nothing. */
export function readCodeDisplay(value: string | undefined): CodeDisplay {
  const display = value === undefined ? undefined : parsed(decodeValue(value))
  if (typeof display !== 'object' || display === null) return nothing
  const { note, tags, pinned, trashed } = display as Readonly<Record<string, unknown>>
  return {
    note: typeof note === 'string' ? note : '',
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    pinned: pinned === true,
    trashed: trashed === true,
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
