/** Looks into JSON that anybody may have written: every answer has the type asked for, or is none. */

export type JsonRecord = Readonly<Record<string, unknown>>

/** The value as an object, or undefined. */
export function recordOf(value: unknown): JsonRecord | undefined {
  return isRecord(value) ? value : undefined
}

/** The value as a list, or undefined. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** The value as text without space around it; numbers as they are written; empty where it is neither. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

/** A whole number from 0 to 2^53 - 1, written as a number or as text; otherwise undefined. */
export function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*\d{1,16}\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** A counter from 0, written as a number or as text of up to 19 digits; otherwise undefined. */
export function counterOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value >= 0n ? value : undefined
  if (typeof value === 'string' && /^\s*\d{1,19}\s*$/.test(value)) return BigInt(value.trim())
  const number = wholeOf(value)
  return number === undefined ? undefined : BigInt(number)
}

/** Java's signed bytes, or unsigned ones, as a list of numbers from -128 to 255; otherwise undefined. */
export function signedBytesOf(value: unknown): Uint8Array | undefined {
  const list = listOf(value)
  if (list === undefined || !list.every(isByte)) return undefined
  return Uint8Array.from(list)
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -128 && value <= 255
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
