/** Takes a message's text apart, so that its code is large and its links can be pressed. */
import type { Reply } from '@sallyport/contract'

/** One message of the outbox. */
export type Message = Reply<'GET /api/outbox'>[number]

/** A run of text; `at` is where it begins. */
export type MessagePart = {
  readonly at: number
  readonly kind: 'text' | 'code' | 'link'
  readonly text: string
}

/**
 * The first six-digit number is the code; only addresses of this origin are links, without the full stop or
 * comma that follows one.
 */
export function messageParts(text: string, origin: string): readonly MessagePart[] {
  const parts: MessagePart[] = []
  let at = 0
  let codeSeen = false
  for (const piece of text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|(?<!\d)\d{6}(?!\d))/)) {
    if (piece !== '') {
      const isCode = !codeSeen && /^\d{6}$/.test(piece)
      if (isCode) codeSeen = true
      const kind = isCode ? 'code' : isOwnLink(piece, origin) ? 'link' : 'text'
      parts.push({ at, kind, text: piece })
    }
    at += piece.length
  }
  return parts
}

function isOwnLink(piece: string, origin: string): boolean {
  if (!/^https?:\/\//.test(piece)) return false
  try {
    return new URL(piece).origin === origin
  } catch {
    return false
  }
}
