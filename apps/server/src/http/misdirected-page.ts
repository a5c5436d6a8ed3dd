/** The page for a request that came under another name than the origin's. */

/** No script, no style: a sentence and a link. */
export function misdirectedPage(origin: URL): string {
  const address = origin.origin.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Another address</title><p>This server answers at <a href="${address}/">${address}</a>.</p></html>`
}
