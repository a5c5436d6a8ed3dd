/** Reads the clipboard when a button asks for it, where the browser allows. */

export type Pasted = { readonly pictures: readonly Blob[]; readonly text: string }

export async function readClipboard(): Promise<Pasted | 'refused'> {
  try {
    const items = await navigator.clipboard.read()
    const pictures: Blob[] = []
    const texts: string[] = []
    for (const item of items) {
      const picture = item.types.find((type) => type.startsWith('image/'))
      if (picture !== undefined) pictures.push(await item.getType(picture))
      else if (item.types.includes('text/plain')) texts.push(await (await item.getType('text/plain')).text())
    }
    return { pictures, text: texts.join('\n') }
  } catch {
    return 'refused'
  }
}
