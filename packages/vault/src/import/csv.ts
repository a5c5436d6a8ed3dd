/** Reads comma-separated values (RFC 4180) as programs write them. */

/**
 * Rows of fields; a row that is empty is left out. A quote within a field that does not begin with one is a character
 * like others, and a field that never ends takes the rest.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const { field, end } = text[at] === '"' ? quotedField(text, at + 1) : { field: '', end: at }
    const stop = endOfField(text, end)
    row.push(text[at] === '"' ? field : text.slice(at, stop))
    at = stop
    if (text[at] !== ',') {
      if (row.length > 1 || row[0] !== '') rows.push(row)
      row = []
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    }
    at += 1
  }
  return rows
}

/** By hand rather than by a pattern, which would run out of stack in a long field. */
function quotedField(text: string, from: number): { readonly field: string; readonly end: number } {
  let field = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { field: field + text.slice(at), end: text.length }
    field += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { field, end: quote + 1 }
    field += '"'
    at = quote + 2
  }
}

function endOfField(text: string, from: number): number {
  const ends = /[,\r\n]/g
  ends.lastIndex = from
  return ends.exec(text)?.index ?? text.length
}

/** Rows as records by the names in the first one, in lower case. */
export function readCsvRecords(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = readCsv(text)
  const names = header.map((name) => name.trim().toLowerCase())
  return rows.map((row) => new Map(names.map((name, column) => [name, row[column] ?? ''])))
}
