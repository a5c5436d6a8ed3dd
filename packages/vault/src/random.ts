/** Chance as a port: pages give the browser's generator, tests one that they can foresee. */
export type Random = {
  /** So many bytes that nobody can guess. */
  readonly bytes: (length: number) => Uint8Array
}
