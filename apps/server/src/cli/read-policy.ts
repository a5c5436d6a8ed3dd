/** What an operator types of an account's security settings, and how they are printed. */
import { canonicalEmail } from '../accounts/canonical-email.ts'
import type { AccountStore } from '../accounts/store.ts'
import type { AccountId } from '../kernel/ids.ts'
import {
  type ChosenSettings,
  type IdentityMethod,
  identityMethods,
  type SecuritySettings,
} from '../settings/settings.ts'
import type { SettingsStore } from '../settings/store.ts'

type Reads = { accounts: AccountStore; settings: SettingsStore }

/** By its id, its alias, or its main account's email address. */
export async function findAccount(read: Reads, typed: string): Promise<AccountId | undefined> {
  const email = canonicalEmail(typed)
  if (email !== undefined) return (await read.accounts.findByName(email.key))?.accountId
  const named = await read.settings.accountOfAlias(typed)
  if (named !== undefined || !/^[1-9]\d{15}$/.test(typed)) return named
  const [line] = await read.accounts.list({ after: String(BigInt(typed) - 1n), limit: 1 })
  return line?.accountId === typed ? line.accountId : undefined
}

/** The settings that can be typed, each as `name=value`, with what its value may be. */
const KEYS: { readonly [K in keyof ChosenSettings]: (typed: string) => ChosenSettings[K] | undefined } = {
  whoMust: (typed) => (['nobody', 'everyone', 'marked', 'unusual'] as const).find((one) => one === typed),
  graceDays: (typed) => numberBetween(typed, 0, 30),
  usersManageDevices: (typed) => ({ yes: true, no: false })[typed],
  networks: (typed) => (typed === '' ? [] : networksOf(typed)),
  sessionHours: (typed) => numberBetween(typed, 1, 24),
  minimumPasswordLength: (typed) => numberBetween(typed, 8, 32),
  trustBrowserDays: (typed) => numberBetween(typed, 0, 30),
  idleDays: (typed) => (typed === '0' ? 0 : numberBetween(typed, 30, 730)),
  passwordHistory: (typed) => numberBetween(typed, 0, 24),
  identityMethods: methodsOf,
  recoveryCodes: (typed) => ({ yes: true, no: false })[typed],
}

/**
 * What stands with what was typed instead, such as `whoMust=everyone graceDays=3`.
 *
 * @returns the word that cannot be read, as text
 */
export function readChanges(
  { enforcedAt: _, idleEnforcedAt: __, ...standing }: SecuritySettings,
  typed: string,
): ChosenSettings | string {
  let chosen: ChosenSettings = standing
  for (const word of typed.split(/\s+/).filter((one) => one !== '')) {
    const [name = '', value] = word.split(/=(.*)/s)
    if (!isKey(name) || value === undefined) return word
    const read = KEYS[name](value)
    if (read === undefined) return word
    chosen = { ...chosen, [name]: read }
  }
  return chosen
}

/** A line for each, as it can be typed. */
export function printedSettings(settings: ChosenSettings): readonly string[] {
  return Object.keys(KEYS)
    .filter(isKey)
    .map((name) => `${name}=${printed(settings[name])}`)
}

function printed(value: ChosenSettings[keyof ChosenSettings]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(',') : String(value)
}

function isKey(name: string): name is keyof ChosenSettings {
  return Object.hasOwn(KEYS, name)
}

function numberBetween(typed: string, least: number, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

function networksOf(typed: string): readonly string[] | undefined {
  const networks = typed.split(',')
  return networks.length <= 40 ? networks : undefined
}

function methodsOf(typed: string): readonly IdentityMethod[] | undefined {
  const words = new Set(typed.split(','))
  const methods = identityMethods.filter((method) => words.has(method))
  return methods.length === words.size ? methods : undefined
}
