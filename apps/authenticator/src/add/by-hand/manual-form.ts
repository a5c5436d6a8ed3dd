/** The form for a key that is typed: what stands in it, and the account that comes of it. */
import { type Algorithm, type Base32Remark, decodeBase32, encodeBase32, readOtpauthUri } from '@sallyport/otp'
import { type CodeKind, checkDraft, draftOfUri, type EntryDraft } from '@sallyport/vault'

/** Everything as typed. */
export type ManualForm = {
  readonly account: string
  readonly issuer: string
  readonly key: string
  readonly kind: CodeKind['kind']
  readonly algorithm: Algorithm
  readonly digits: string
  readonly period: string
  readonly counter: string
  readonly pin: string
}

export const emptyForm: ManualForm = {
  account: '',
  issuer: '',
  key: '',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  counter: '0',
  pin: '',
}

/** What is wrong with a key, and what may have been meant. */
export type KeyProblem =
  | {
      readonly kind: 'empty' | 'too_short' | 'link_unreadable' | 'hexadecimal_wanted' | 'too_short_for_yandex'
    }
  | {
      readonly kind: 'bad_character'
      /** From 1, in the text as typed. */
      readonly position: number
      readonly character: string
      /** To be put in the field when somebody says so, never by itself. */
      readonly suggestion: { readonly kind: 'look_alikes' | 'hexadecimal'; readonly key: string } | undefined
    }

export type FormProblems = {
  readonly name?: true
  readonly key?: KeyProblem
  readonly digits?: true
  readonly period?: true
  readonly counter?: true
  readonly pin?: true
}

export type KeyReading =
  | { readonly ok: true; readonly secret: string; readonly remarks: readonly Base32Remark[] }
  | { readonly ok: false; readonly problem: KeyProblem }

/** Reads a key in any spelling; that of mOTP is hexadecimal. */
export function readKey(text: string, kind: CodeKind['kind']): KeyReading {
  if (isLink(text)) return { ok: false, problem: { kind: 'link_unreadable' } }
  if (kind === 'motp') return readHexadecimal(text)
  const reading = decodeBase32(text)
  if (reading.ok) return { ok: true, secret: encodeBase32(reading.bytes), remarks: reading.remarks }
  if (reading.problem !== 'bad_character') return { ok: false, problem: { kind: reading.problem } }
  const { position = 1, character = '', suggestion } = reading
  const key = suggestion?.kind === 'hexadecimal' ? encodeBase32(suggestion.bytes) : suggestion?.key
  return {
    ok: false,
    problem: {
      kind: 'bad_character',
      position,
      character,
      suggestion: suggestion === undefined || key === undefined ? undefined : { kind: suggestion.kind, key },
    },
  }
}

/** The account, or all that is wrong with the form. */
export function draftOfForm(
  form: ManualForm,
):
  | { readonly ok: true; readonly draft: EntryDraft }
  | { readonly ok: false; readonly problems: FormProblems } {
  const key = readKey(form.key, form.kind)
  const code = codeOfForm(form)
  const names = { issuer: form.issuer.trim(), account: form.account.trim() }
  const own: FormProblems = {
    ...(names.issuer === '' && names.account === '' ? { name: true } : {}),
    ...(key.ok ? {} : { key: key.problem }),
    ...code.problems,
  }
  if (!key.ok || code.code === undefined || Object.keys(own).length > 0) return { ok: false, problems: own }
  const draft: EntryDraft = {
    ...names,
    secret: key.secret,
    code: code.code,
    tags: [],
    letter: '',
    note: '',
    pinned: false,
  }
  const problem = checkDraft(draft)
  if (problem === undefined) return { ok: true, draft }
  if (problem === 'pin_missing') return { ok: false, problems: { pin: true } }
  return { ok: false, problems: { key: { kind: 'too_short_for_yandex' } } }
}

/** The form as a link fills it, for a link that was pasted where the key belongs; undefined where it is none. */
export function formOfLink(text: string, form: ManualForm): ManualForm | undefined {
  const reading = readOtpauthUri(text)
  const made = reading.ok ? draftOfUri(reading.uri) : undefined
  if (made === undefined || !('draft' in made)) return undefined
  const { issuer, account, secret, code } = made.draft
  return {
    account: account === '' ? form.account : account,
    issuer: issuer === '' ? form.issuer : issuer,
    key: code.kind === 'motp' ? hexadecimalOf(made.draft) : secret,
    kind: code.kind,
    algorithm: 'algorithm' in code ? code.algorithm : emptyForm.algorithm,
    digits: 'digits' in code ? String(code.digits) : emptyForm.digits,
    period: 'periodSeconds' in code ? String(code.periodSeconds) : emptyForm.period,
    counter: 'counter' in code ? String(code.counter) : emptyForm.counter,
    pin: 'pin' in code ? code.pin : '',
  }
}

/** Looks like a link, whether it can be read or not. */
export function isLink(text: string): boolean {
  return /^\s*[a-z-]+:\/\//i.test(text)
}

type CodeReading = { readonly code?: CodeKind; readonly problems: FormProblems }

function codeOfForm(form: ManualForm): CodeReading {
  const digits = wholeNumber(form.digits, 4, 10)
  const periodSeconds = wholeNumber(form.period, 1, 86_400)
  const counter = counterOf(form.counter)
  const { algorithm, kind } = form
  switch (kind) {
    case 'totp':
      if (digits !== undefined && periodSeconds !== undefined)
        return { code: { kind, algorithm, digits, periodSeconds }, problems: {} }
      return {
        problems: {
          ...(digits === undefined ? { digits: true } : {}),
          ...(periodSeconds === undefined ? { period: true } : {}),
        },
      }
    case 'hotp':
      if (digits !== undefined && counter !== undefined)
        return { code: { kind, algorithm, digits, counter }, problems: {} }
      return {
        problems: {
          ...(digits === undefined ? { digits: true } : {}),
          ...(counter === undefined ? { counter: true } : {}),
        },
      }
    case 'steam':
      return { code: { kind }, problems: {} }
    case 'yandex':
    case 'motp': {
      const pin = form.pin.trim()
      return pin === '' ? { problems: { pin: true } } : { code: { kind, pin }, problems: {} }
    }
  }
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** Below 2^63 - 1, so that there is one after it. */
function counterOf(text: string): bigint | undefined {
  if (!/^\d{1,19}$/.test(text.trim())) return undefined
  const counter = BigInt(text.trim())
  return counter < 2n ** 63n - 1n ? counter : undefined
}

function readHexadecimal(text: string): KeyReading {
  const plain = text.replace(/[\s\p{Pd}]/gu, '')
  if (plain === '') return { ok: false, problem: { kind: 'empty' } }
  if (!/^([0-9a-f]{2})+$/i.test(plain)) return { ok: false, problem: { kind: 'hexadecimal_wanted' } }
  const bytes = Uint8Array.from(plain.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return { ok: true, secret: encodeBase32(bytes), remarks: [] }
}

function hexadecimalOf(draft: EntryDraft): string {
  const reading = decodeBase32(draft.secret)
  return reading.ok ? Array.from(reading.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') : ''
}
