/** What an otpauth URI says, and all that can be wrong with one. */
import type { Base32Reading, Base32Remark } from '../base32/decode-base32.ts'
import type { Algorithm } from '../shape.ts'

/** An account as a QR code or a link hands it over. */
export type OtpauthUri = {
  /** `yandex` and `motp` need a PIN besides the key, and their codes are not computed here. */
  readonly type: 'totp' | 'hotp' | 'steam' | 'yandex' | 'motp'
  /** Empty where none is given. */
  readonly issuer: string
  /** Empty where none is given; people are to be asked for a name then. */
  readonly account: string
  readonly key: Uint8Array
  readonly algorithm: Algorithm
  readonly digits: number
  readonly periodSeconds: number
  /** Of the next HOTP code; 0 for all other types. */
  readonly counter: bigint
  /** What else was said about the account: a label's prefix that is not the issuer, or a note of Ente's. */
  readonly note: string
  readonly tags: readonly string[]
  readonly pinned: boolean
  /** Ente exports what lies in its trash as well. */
  readonly trashed: boolean
  /** RRGGBB, as FreeOTP writes it. */
  readonly color?: string
  readonly pin?: string
  /** Stratum tells how long the PIN is and lets people type it. */
  readonly pinLength?: number
  readonly remarks: readonly OtpauthRemark[]
}

/** What was accepted and is still worth a word. */
export type OtpauthRemark =
  | Base32Remark
  /** An HOTP without a counter; it begins at 0. */
  | 'counter_missing'
  /** Only the issuer's name makes this a Steam code; people should be able to say no. */
  | 'steam_by_issuer'
  /** The label's prefix is not the issuer; it is kept as a note. */
  | 'prefix_differs'
  /** Neither an account nor an issuer. */
  | 'no_name'
  /** No issuer, and an account that looks like a title: no @ and no digit in it. */
  | 'account_as_title'

/** Why a text was refused. */
export type OtpauthProblem =
  /** Something else altogether, such as WIFI: or https: (to be shown, not opened). */
  | 'not_an_account'
  /** Google's export in one or more pictures, which has a reader of its own. */
  | 'google_migration'
  /** Microsoft's push enrolment: on that page, “another authenticator app” gives a code that works. */
  | 'microsoft_push'
  | 'privacyidea_push'
  /** A passkey from another device, for the phone's own camera. */
  | 'passkey'
  | 'type_unknown'
  | 'secret_missing'
  | 'secret_bad'
  | 'algorithm_unknown'
  | 'digits_bad'
  | 'period_bad'
  | 'counter_bad'

export type OtpauthRefusal = {
  readonly ok: false
  readonly problem: OtpauthProblem
  /** What was found where something else should be: a value, a type, a character of the secret, or the whole text. */
  readonly found: string
  /** With `secret_bad`, what is wrong with it. */
  readonly secret?: Extract<Base32Reading, { ok: false }>
}

export type OtpauthReading = { readonly ok: true; readonly uri: OtpauthUri } | OtpauthRefusal
