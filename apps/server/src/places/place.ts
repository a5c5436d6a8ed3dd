/** A place on earth that an address is believed to be at, and how far one is from another. */

export type Place = {
  /** ISO 3166-1, such as `NL`; undefined where the data does not tell. */
  readonly country: string | undefined
  /** In English. */
  readonly countryName: string | undefined
  /** In degrees. */
  readonly point: { readonly latitude: number; readonly longitude: number } | undefined
}

/** Where addresses are, by what the operator gives; it may throw, and whoever asks expects that. */
export type Places = {
  /** Undefined for what has no place: private and unknown addresses. */
  readonly find: (address: string) => Place | undefined
}

/** Without a file no address has a place. */
export const NO_PLACES: Places = { find: () => undefined }

const EARTH_RADIUS_KM = 6371

/** Along the great circle, by the haversine formula. */
export function distanceKm(one: NonNullable<Place['point']>, other: NonNullable<Place['point']>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const halfChord =
    Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(halfChord)))
}
