/** Whether the browser has a network. */
import { useSyncExternalStore } from 'react'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True where it has, and where the server is this machine, which needs none. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine || loopback.has(location.hostname))
}

function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
