/**
 * Keeps the app's own files, so that it starts without its server. Nothing else is kept: no account, no code, no answer of
 * another kind. The list of files and the version are written into the built file (tools/write-service-worker.ts).
 */

declare const self: ServiceWorkerGlobalScope
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] }

const CACHE = `app-${PRECACHE.version}`
/** Its answer is the server's clock, which no cache has. */
const NEVER = '/clock.txt'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'reload' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || url.pathname === NEVER) return
  event.respondWith(answer(event.request, url))
})

/** The page itself stands for every address of the app. */
async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request.mode === 'navigate' ? '/' : url.pathname)
  return kept ?? fetch(request)
}
