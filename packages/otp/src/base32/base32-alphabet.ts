/** The alphabet of RFC 4648, 6: letters, then the digits that no letter looks like. */
export const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
