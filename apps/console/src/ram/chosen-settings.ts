/** Security settings as a form holds them, and as the server takes them. */
import type { Call, Reply } from '@sallyport/contract'

export type Settings = Reply<'GET /api/ram/settings'>
export type Chosen = Call<'POST /api/ram/settings/preview'>['body']

/** In the order in which they are offered. */
export const identityMethods = ['email', 'phone', 'security_questions'] as const
export type IdentityMethod = (typeof identityMethods)[number]

export const whoOptions = ['nobody', 'everyone', 'marked', 'unusual'] as const

/** The whole numbers of the settings and their bounds, as the contract has them. */
export const ranges = {
  graceDays: [0, 30],
  sessionHours: [1, 24],
  minimumPasswordLength: [8, 32],
  trustBrowserDays: [0, 30],
  idleDays: [30, 730],
  passwordHistory: [0, 24],
} as const satisfies Partial<Record<keyof Chosen, readonly [number, number]>>

export type NumberName = keyof typeof ranges

/** Outside its bounds, 0 turns this off. */
const zeroIsOff: ReadonlySet<NumberName> = new Set(['idleDays'])

/** What stands in the fields. */
export type Draft = {
  readonly whoMust: Chosen['whoMust']
  readonly usersManageDevices: boolean
  readonly networks: string
  readonly identityMethods: readonly IdentityMethod[]
  readonly recoveryCodes: boolean
} & Readonly<Record<NumberName, string>>

export function draftOf(settings: Settings): Draft {
  return {
    whoMust: settings.whoMust,
    usersManageDevices: settings.usersManageDevices,
    networks: settings.networks.join('\n'),
    identityMethods: settings.identityMethods,
    recoveryCodes: settings.recoveryCodes,
    graceDays: String(settings.graceDays),
    sessionHours: String(settings.sessionHours),
    minimumPasswordLength: String(settings.minimumPasswordLength),
    trustBrowserDays: String(settings.trustBrowserDays),
    idleDays: String(settings.idleDays),
    passwordHistory: String(settings.passwordHistory),
  }
}

/** The fields whose text is no whole number within its bounds. */
export function wrongNumbers(draft: Draft): readonly NumberName[] {
  return (Object.keys(ranges) as NumberName[]).filter((name) => {
    const [from, to] = ranges[name]
    const text = draft[name].trim()
    if (text === '0' && zeroIsOff.has(name)) return false
    return !/^\d{1,3}$/.test(text) || Number(text) < from || Number(text) > to
  })
}

/** One way more or less. */
export function withMethod(
  chosen: readonly IdentityMethod[],
  method: IdentityMethod,
  on: boolean,
): readonly IdentityMethod[] {
  return identityMethods.filter((one) => (one === method ? on : chosen.includes(one)))
}

/** Networks stand one a line; commas part them too. */
export function chosenOf(draft: Draft): Chosen {
  return {
    whoMust: draft.whoMust,
    usersManageDevices: draft.usersManageDevices,
    networks: draft.networks.split(/[\s,]+/).filter((network) => network !== ''),
    graceDays: Number(draft.graceDays),
    sessionHours: Number(draft.sessionHours),
    minimumPasswordLength: Number(draft.minimumPasswordLength),
    trustBrowserDays: Number(draft.trustBrowserDays),
    idleDays: Number(draft.idleDays),
    passwordHistory: Number(draft.passwordHistory),
    identityMethods: [...draft.identityMethods],
    recoveryCodes: draft.recoveryCodes,
  }
}
