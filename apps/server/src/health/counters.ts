/** What is counted while the server runs: sessions opened by sign-in, and refusals by their code. */

export type Counts = {
  readonly signIns: Readonly<Record<string, number>>
  readonly refusals: Readonly<Record<string, number>>
}

export type Counters = {
  /** @param level the session's assurance level */
  readonly signedIn: (level: string) => void
  readonly refused: (code: string) => void
  readonly counts: () => Counts
}

/** Plain numbers, so that nothing of the metrics library is loaded before somebody asks. */
export function makeCounters(): Counters {
  const signIns = new Map<string, number>()
  const refusals = new Map<string, number>()
  const count = (map: Map<string, number>, name: string) => void map.set(name, (map.get(name) ?? 0) + 1)
  return {
    signedIn: (level) => count(signIns, level),
    refused: (code) => count(refusals, code),
    counts: () => ({ signIns: Object.fromEntries(signIns), refusals: Object.fromEntries(refusals) }),
  }
}
