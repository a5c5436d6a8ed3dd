/** The formats of the smaller apps, each recognised by the shape of its content. */
import type { Format } from './import-reading.ts'

export const moreFormats: readonly Format[] = []
