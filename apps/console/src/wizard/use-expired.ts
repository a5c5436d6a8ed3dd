/** Whether the pending device's time is over. */
import { readClock } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import type { PendingDevice } from './use-pending-device.ts'

/** Goes by the server's clock; turns true by itself. */
export function useExpired({ expiresAt, aheadMilliseconds }: PendingDevice): boolean {
  const end = Date.parse(expiresAt) - aheadMilliseconds
  const [expired, setExpired] = useState(() => end <= readClock())
  useEffect(() => {
    if (expired) return
    const timer = setTimeout(() => setExpired(true), Math.max(0, end - readClock()))
    return () => clearTimeout(timer)
  }, [end, expired])
  return expired
}
