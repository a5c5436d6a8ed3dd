/** Registers the service worker, and tells when a newer version of the app waits to be loaded. */

type TrustedPolicy = { readonly createScriptURL: (url: string) => string }
type TrustedTypes = {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => TrustedPolicy
}

const WORKER = '/service-worker.js'
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** Browsers with Trusted Types take the address of a worker from the one policy that the page may make. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return WORKER
  const policy = trustedTypes.createPolicy('sw', {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError('only the app’s own worker')
      return url
    },
  })
  return policy.createScriptURL(WORKER)
}

/** Called once, at the start. Without a service worker the app needs its server to start. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const workers = navigator.serviceWorker
  let isControlled = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (isControlled) location.reload()
    isControlled = true
  })
  const registration = await workers.register(workerAddress())
  const look = (): void => {
    // The first version has nothing before it that it could update.
    waiting = registration.active === null ? null : registration.waiting
    for (const listener of listeners) listener()
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  document.addEventListener('visibilitychange', () => {
    // Offline it stays as it is.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
  look()
}

/** Whether a newer version waits; for `useSyncExternalStore`. */
export const updateStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  isWaiting: (): boolean => waiting !== null,
}

/** Lets the newer version take over; every page of the app then loads again, so lock before. */
export function takeUpdate(): void {
  waiting?.postMessage('take over')
}
