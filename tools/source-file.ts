/** A source file as the checks see it: where it stands and what it says. */

export type SourceFile = {
  /** From the top of the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Something that a check found wrong, in words for whoever must mend it. */
export type Breach = {
  readonly path: string
  readonly rule: string
}
