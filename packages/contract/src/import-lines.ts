/** What can be wrong with one line of an imported file, beside what can be wrong with any user. */

/** Found by the preview alone, so that they are no refusals of a door; each with its English sentence. */
export const lineFaults = {
  name_repeated: 'An earlier line of the file has this name.',
  mark_invalid: 'Write yes or no under mfa_bind_required.',
  cell_too_long: 'A cell holds more than its column takes.',
  cells_too_many: 'The line has more cells than the header.',
} as const satisfies Record<string, string>

/** Refusals that can befall one line alone. */
export const lineRefusals = [
  'user_name_invalid',
  'user_name_taken',
  'email_invalid',
  'phone_invalid',
  'user_email_missing',
  'user_limit',
  'group_not_found',
  'user_group_limit',
  'rank_too_low',
  'step_up_needed',
  'sign_in_needed',
  'too_often',
  'server_busy',
] as const

export type LineFault = keyof typeof lineFaults
export type LineRefusal = (typeof lineRefusals)[number]

/** The columns of the file; the first must be there. */
export const importColumns = [
  'user_name',
  'display_name',
  'email',
  'phone',
  'comment',
  'mfa_bind_required',
  'groups',
] as const

export type ImportColumn = (typeof importColumns)[number]

/** A file has at most so many lines below its header, and so many bytes. */
export const IMPORT_LINES = 1000
export const IMPORT_BYTES = 1024 * 1024
/** Lines that one request imports. */
export const IMPORT_BATCH = 20
