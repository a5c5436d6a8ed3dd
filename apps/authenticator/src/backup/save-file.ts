/** Hands a file to the browser's downloads; nothing leaves the device by it. */

/** How long a browser may take to fetch what it was handed. */
const KEPT_MS = 60_000

export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

/** `sallyport-backup-2026-11-24.json`: what it is and of which day, and nothing of what is in it. */
export function fileName(what: string, end: string, now: number): string {
  return `sallyport-${what}-${dayOf(now)}.${end}`
}

/** The day in the reader's time zone, as `2026-11-24`. */
export function dayOf(now: number): string {
  const day = new Date(now)
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  return [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
}
