/** What a paste or a drop holds, sorted by who reads it. */
import { textsOf } from './texts-of.ts'

export type Transfer = {
  readonly pictures: readonly File[]
  /** For the import. */
  readonly files: readonly File[]
  /** Of accounts, or of codes that are explained. */
  readonly texts: readonly string[]
}

/** Files come before text: a copied picture often has its address beside it. */
export function sortTransfer(files: readonly File[], text: string): Transfer {
  if (files.length > 0) {
    const pictures = files.filter(({ type }) => type.startsWith('image/'))
    return { pictures, files: files.filter((file) => !pictures.includes(file)), texts: [] }
  }
  if (/^\s*[[{<]/.test(text)) return { pictures: [], files: [new File([text], 'text')], texts: [] }
  return { pictures: [], files: [], texts: textsOf(text) }
}
