/** Entries in the words of Aegis' database, version 3. */
import { standardShape } from '@sallyport/otp'
import type { Entry } from '../entry/entry.ts'
import { MOTP_PERIOD_SECONDS } from '../entry/motp-code.ts'
import { YANDEX_PERIOD_SECONDS } from '../entry/yandex-code.ts'
import type { Random } from '../random.ts'
import type { LeftOutReason } from './left-out.ts'
import { newUuid, uuidOf } from './uuid.ts'

const VERSION = 3

/** Why Aegis cannot hold an entry, or undefined where it can. */
export function whyNotAegis({ code }: Entry): LeftOutReason | undefined {
  if (code.kind !== 'totp' && code.kind !== 'hotp') return undefined
  if (!['SHA1', 'SHA256', 'SHA512'].includes(code.algorithm)) return 'algorithm'
  // A number of JSON that most readers would round.
  if (code.kind === 'hotp' && code.counter > BigInt(Number.MAX_SAFE_INTEGER)) return 'counter'
  return undefined
}

/** The database as it stands in a plain file, and sealed in an encrypted one. Tags are its groups. */
export function aegisDatabase(entries: readonly Entry[], random: Random): Readonly<Record<string, unknown>> {
  const groups = new Map<string, string>()
  for (const tag of entries.flatMap((entry) => entry.tags))
    if (!groups.has(tag)) groups.set(tag, newUuid(random))
  return {
    version: VERSION,
    entries: entries.map((entry) => ({
      type: entry.code.kind,
      uuid: uuidOf(entry.id),
      name: entry.account,
      issuer: entry.issuer,
      note: entry.note,
      favorite: entry.pinned,
      icon: null,
      icon_mime: null,
      icon_hash: null,
      info: { secret: entry.secret, ...infoOf(entry) },
      groups: [...new Set(entry.tags)].map((tag) => groups.get(tag)),
    })),
    groups: Array.from(groups, ([name, uuid]) => ({ uuid, name })),
    icons_optimized: true,
  }
}

function infoOf({ code }: Entry): Readonly<Record<string, string | number>> {
  switch (code.kind) {
    case 'totp':
      return { algo: code.algorithm, digits: code.digits, period: code.periodSeconds }
    case 'hotp':
      return { algo: code.algorithm, digits: code.digits, counter: Number(code.counter) }
    case 'steam':
      return { algo: 'SHA1', digits: 5, period: standardShape.periodSeconds }
    case 'yandex':
      return { algo: 'SHA256', digits: 8, period: YANDEX_PERIOD_SECONDS, pin: code.pin }
    case 'motp':
      return { algo: 'MD5', digits: 6, period: MOTP_PERIOD_SECONDS, pin: code.pin }
  }
}
