/** Base64 (RFC 4648, 4) for browsers and Node alike, some of which do not bring it for bytes yet. */

/** Writes with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Reads strictly but for white space and missing padding; of the URL alphabet as well. Undefined where it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0))
}
