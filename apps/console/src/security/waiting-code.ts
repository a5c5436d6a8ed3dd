/** A code that is on its way to a new address, kept for the tab so that a reload can go on with it. */
import { forgetInTab, keepInTab, readFromTab } from '../sign-in/tab-memory.ts'

/** Where the code went, as it was typed, when another may be sent in milliseconds since 1970, and until when it works (RFC 3339). */
export type WaitingCode = {
  readonly address: string
  readonly resendAt: number
  readonly expiresAt: string
}

/** Which of the two new addresses it is for. */
export type Channel = 'email' | 'phone'

/** Keeps it for this tab. */
export function keepWaitingCode(channel: Channel, waiting: WaitingCode): void {
  keepInTab(keyOf(channel), JSON.stringify(waiting))
}

/** What waits in this tab, or null. */
export function readWaitingCode(channel: Channel, now: number): WaitingCode | null {
  return parseWaitingCode(readFromTab(keyOf(channel)), now)
}

/** Called when the address is proven, or the session over. */
export function forgetWaitingCode(channel: Channel): void {
  forgetInTab(keyOf(channel))
}

/** What a kept text says, unless it is not ours or the code's time is over. */
export function parseWaitingCode(kept: string | null, now: number): WaitingCode | null {
  if (kept === null) return null
  let read: unknown
  try {
    read = JSON.parse(kept)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  if (!('address' in read && 'resendAt' in read && 'expiresAt' in read)) return null
  const { address, resendAt, expiresAt } = read
  if (typeof address !== 'string' || typeof resendAt !== 'number' || typeof expiresAt !== 'string')
    return null
  return Date.parse(expiresAt) > now ? { address, resendAt, expiresAt } : null
}

function keyOf(channel: Channel): string {
  return `sallyport.waiting-${channel}`
}
