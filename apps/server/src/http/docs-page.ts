/** The API's documentation as one plain page, written from the contract. */
import { type EndpointKey, endpointOf, endpoints, refusals } from '@sallyport/contract'

/** Every endpoint with its shapes and refusals; no script, so it works under the strictest policy. */
export function docsPage(productName: string): string {
  const keys = Object.keys(endpoints) as EndpointKey[]
  const tags = [...new Set(keys.map((key) => endpointOf(key).tag))]
  const sections = tags.map((tag) =>
    section(
      tag,
      keys.filter((key) => endpointOf(key).tag === tag),
    ),
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(productName)} API</title>
<h1>${escaped(productName)} API</h1><p>The same as <a href="/openapi.json">OpenAPI 3.1</a>. A refusal is a problem document (RFC 9457) with a stable code. A request other than GET that carries a cookie must come from this origin.</p>
<nav><ul>${tags.map((tag) => `<li><a href="#${anchor(tag)}">${escaped(tag)}</a></li>`).join('')}</ul></nav>${sections.join('')}</html>`
}

function section(tag: string, keys: readonly EndpointKey[]): string {
  return `<section><h2 id="${anchor(tag)}">${escaped(tag)}</h2>${keys.map(article).join('')}</section>`
}

function article(key: EndpointKey): string {
  const endpoint = endpointOf(key)
  const shapes = (['params', 'query', 'body', 'reply'] as const)
    .filter((part) => endpoint[part] !== undefined)
    .map(
      (part) =>
        `<details><summary>${part}</summary><pre>${escaped(JSON.stringify(endpoint[part], null, 2))}</pre></details>`,
    )
  const codes = endpoint.refusals.map(
    (code) => `<li><code>${code}</code> ${refusals[code].status}: ${escaped(refusals[code].sentence)}</li>`,
  )
  return `<article><h3><code>${escaped(key)}</code></h3><p>${escaped(endpoint.summary)}. Door: ${endpoint.access}.</p>${shapes.join('')}${codes.length > 0 ? `<details><summary>refusals</summary><ul>${codes.join('')}</ul></details>` : ''}</article>`
}

function anchor(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, '-')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
