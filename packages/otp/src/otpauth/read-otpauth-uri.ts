/** Reads otpauth URIs as they occur, by one rule for each thing that writers disagree about. */
import { decodeBase32 } from '../base32/decode-base32.ts'
import { decodeHexadecimal } from '../base32/decode-hexadecimal.ts'
import { foreignCode, type Kind, kindOf } from './kind-of-uri.ts'
import type { OtpauthReading, OtpauthUri } from './otpauth-uri.ts'
import { type CodeDisplay, readCodeDisplay } from './read-code-display.ts'
import { readNames } from './read-names.ts'
import { type Read, readAlgorithm, readCounter, readDigits, readPeriod, refusal } from './read-shape.ts'
import { decodeValue, firstValue, type SplitUri, splitUri } from './split-uri.ts'

type Key = Pick<OtpauthUri, 'key' | 'remarks'>

/**
 * Reads `otpauth://`, `steam://` and `motp://` URIs, leniently where the meaning is plain.
 *
 * Nothing is ever fetched: pictures that a URI names are ignored, as are all parameters that are not known.
 *
 * @returns the account, with remarks on what was bent; or the first problem, with what was found in its place
 *
 * Key URI format of Google's app, and the drafts that follow it.
 */
export function readOtpauthUri(text: string): OtpauthReading {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const foreign = foreignCode(trimmed)
  if (foreign !== undefined) return { ok: false, problem: foreign, found: trimmed }
  const uri = splitUri(trimmed)
  if (uri === undefined) return { ok: false, problem: 'not_an_account', found: trimmed }
  const kind = kindOf(uri)
  if (kind === undefined) return refusal('type_unknown', uri.authority)

  const shape = readShape(uri, kind.type)
  if (!shape.ok) return shape
  const key = readKey(kind)
  if (!key.ok) return key
  const names = readNames(kind.label, kind.issuer)
  const display = readCodeDisplay(firstValue(uri, 'codedisplay'))
  return {
    ok: true,
    uri: {
      type: kind.type,
      issuer: names.issuer,
      account: names.account,
      key: key.value.key,
      ...shape.value,
      note: [names.note, display.note].filter((note) => note !== '').join('\n'),
      tags: tagsOf(uri, display),
      pinned: display.pinned,
      trashed: display.trashed,
      ...extrasOf(uri, kind.type),
      remarks: [
        ...key.value.remarks,
        ...names.remarks,
        ...(kind.type === 'hotp' && firstValue(uri, 'counter') === undefined
          ? (['counter_missing'] as const)
          : []),
        ...(kind.byIssuer ? (['steam_by_issuer'] as const) : []),
      ],
    },
  }
}

type Shape = Pick<OtpauthUri, 'algorithm' | 'digits' | 'periodSeconds' | 'counter'>

/** Reads what this type of code leaves open; parameters of other types are ignored, right or wrong. */
function readShape(uri: SplitUri, type: OtpauthUri['type']): Read<Shape> {
  const fixed = fixedShapes[type]
  if (fixed !== undefined) return { ok: true, value: fixed }
  const algorithm = readAlgorithm(firstValue(uri, 'algorithm'))
  if (!algorithm.ok) return algorithm
  const digits = readDigits(firstValue(uri, 'digits'))
  if (!digits.ok) return digits
  const period = readPeriod(type === 'totp' ? firstValue(uri, 'period') : undefined)
  if (!period.ok) return period
  const counter = readCounter(type === 'hotp' ? firstValue(uri, 'counter') : undefined)
  if (!counter.ok) return counter
  return {
    ok: true,
    value: {
      algorithm: algorithm.value,
      digits: digits.value,
      periodSeconds: period.value,
      counter: counter.value,
    },
  }
}

/** Types whose codes have one shape, whatever the URI says. */
const fixedShapes: Readonly<Partial<Record<OtpauthUri['type'], Shape>>> = {
  steam: { algorithm: 'SHA1', digits: 5, periodSeconds: 30, counter: 0n },
  yandex: { algorithm: 'SHA256', digits: 8, periodSeconds: 30, counter: 0n },
  motp: { algorithm: 'MD5', digits: 6, periodSeconds: 10, counter: 0n },
}

/** Base32 for all but mOTP, whose keys are hexadecimal. */
function readKey(kind: Kind): Read<Key> {
  const secret = decodeValue(kind.secret ?? '')
  const bytes = kind.type === 'motp' ? decodeHexadecimal(secret.replace(/[\s-]/g, '')) : undefined
  if (bytes !== undefined) return { ok: true, value: { key: bytes, remarks: [] } }
  const reading = decodeBase32(secret)
  if (reading.ok) return { ok: true, value: { key: reading.bytes, remarks: reading.remarks } }
  if (reading.problem === 'empty') return { ok: false, problem: 'secret_missing', found: '' }
  return { ok: false, problem: 'secret_bad', found: reading.character ?? '', secret: reading }
}

/** andOTP repeats its parameter, Ente has a list. */
function tagsOf(uri: SplitUri, display: CodeDisplay): readonly string[] {
  const repeated = uri.parameters
    .filter(({ name, value }) => name === 'tags' && value !== '')
    .map(({ value }) => decodeValue(value))
  return [...new Set([...repeated, ...display.tags])]
}

type Extras = Pick<OtpauthUri, 'color' | 'pin' | 'pinLength'>

function extrasOf(uri: SplitUri, type: OtpauthUri['type']): Extras {
  const color = decodeValue(firstValue(uri, 'color') ?? '')
  const pin = pinOf(decodeValue(firstValue(uri, 'pin') ?? ''), type)
  const pinLength = Number(decodeValue(firstValue(uri, 'pin_length') ?? ''))
  return {
    ...(/^[0-9a-f]{6}$/i.test(color) ? { color: color.toUpperCase() } : {}),
    ...(pin === undefined ? {} : { pin }),
    ...(Number.isInteger(pinLength) && pinLength >= 4 && pinLength <= 16 ? { pinLength } : {}),
  }
}

/** Aegis writes a Yandex PIN in base32; that of mOTP stands as it is. */
function pinOf(text: string, type: OtpauthUri['type']): string | undefined {
  if (type !== 'yandex') return type === 'motp' && text !== '' ? text : undefined
  const reading = decodeBase32(text)
  const pin = reading.ok ? String.fromCharCode(...reading.bytes) : ''
  return /^\d{4,16}$/.test(pin) ? pin : undefined
}
