/** The text file that recovery codes are downloaded as. */

/** Whose codes they are and where they work, the codes a line each, and what to mind; lines end as every system reads them. */
export function codesFile({
  title,
  place,
  codes,
  note,
}: {
  readonly title: string
  readonly place: string
  readonly codes: readonly string[]
  readonly note: string
}): string {
  return [title, place, '', ...codes, '', note, ''].join('\r\n')
}
