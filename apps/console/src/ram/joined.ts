/** Puts runs of events together. */

/** Each event once, newest first. */
export function joined<Event extends { readonly seq: number }>(
  newer: readonly Event[],
  older: readonly Event[],
): readonly Event[] {
  const bySeq = new Map([...older, ...newer].map((event) => [event.seq, event]))
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq)
}
