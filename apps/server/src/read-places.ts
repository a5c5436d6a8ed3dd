/** How the operator's file of places is read: whole, at the start, refused in one clear line. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openPlaceFile, type PlaceFile } from './places/place-file.ts'
import { ConfigurationError, type Values } from './read-values.ts'

/** Undefined where none is named. Throws ConfigurationError. */
export function readPlaces({ SALLYPORT_GEO_FILE: named }: Values, folder: string): PlaceFile | undefined {
  if (named === undefined) return undefined
  const bytes = readBytes(resolve(folder, named))
  try {
    return openPlaceFile(bytes)
  } catch {
    throw new ConfigurationError(
      'SALLYPORT_GEO_FILE must be a whole file in the MaxMind DB format (.mmdb); fetch it anew, or leave it out',
    )
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new ConfigurationError(
      `SALLYPORT_GEO_FILE: ${path} cannot be read; name a file that this user may read`,
    )
  }
}
