/** A cell of a CSV file that people open in spreadsheets. */

/** People choose names: one that begins like a formula must not become one in a spreadsheet. */
export function csvCell(text: string): string {
  const calm = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(calm) ? `"${calm.replaceAll('"', '""')}"` : calm
}
