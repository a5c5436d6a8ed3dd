/** A registration that waits for its emailed code, kept for the tab so that a reload stays at the code. */
import { forgetInTab, keepInTab, readFromTab } from './tab-memory.ts'

/** Where the code went, as it was typed, and when another may be sent, in milliseconds since 1970. */
export type WaitingRegistration = {
  readonly address: string
  readonly resendAt: number
  readonly endsAt: number
}

const key = 'sallyport.registration'

/** Keeps it for this tab. */
export function keepRegistration(waiting: WaitingRegistration): void {
  keepInTab(key, JSON.stringify(waiting))
}

/** What waits in this tab, or null. */
export function readRegistration(now: number): WaitingRegistration | null {
  return parseRegistration(readFromTab(key), now)
}

/** Called when the account is made or the registration is over. */
export function forgetRegistration(): void {
  forgetInTab(key)
}

/** What a kept text says, unless it is not ours or its time is over. */
export function parseRegistration(kept: string | null, now: number): WaitingRegistration | null {
  if (kept === null) return null
  let read: unknown
  try {
    read = JSON.parse(kept)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  if (!('address' in read && 'resendAt' in read && 'endsAt' in read)) return null
  const { address, resendAt, endsAt } = read
  if (typeof address !== 'string' || typeof resendAt !== 'number' || typeof endsAt !== 'number') return null
  return endsAt > now ? { address, resendAt, endsAt } : null
}
