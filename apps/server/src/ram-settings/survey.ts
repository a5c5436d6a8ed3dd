/** Looks at every user and says what chosen settings would do to each. */
import { sha256Hex } from '../crypto/digest.ts'
import { DAY, type Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import { isObliged } from '../settings/is-obliged.ts'
import { networkMatcher } from '../settings/networks.ts'
import type { ChosenSettings } from '../settings/settings.ts'
import { IDLE_NOTICE } from '../standing/idle.ts'
import {
  type AllowedMeans,
  availableMethods,
  canVerify,
  type OnFile,
} from '../verification/identity-methods.ts'

/** A user, as far as settings can touch it. */
export type SurveyedUser = OnFile & {
  readonly principalId: PrincipalId
  readonly name: string
  readonly nameKey: string
  /** Settings take recovery codes from those who are not, too, and do nothing else to them. */
  readonly active: boolean
  readonly mfaBindRequired: boolean
  readonly hasDevice: boolean
  readonly hasRecoveryCodes: boolean
  /** Where the last sign-in came from. */
  readonly lastAddress: string | undefined
  /** The last sign-in, else the creation or the day it was resumed. */
  readonly quietSince: Instant
}

/** One page in order of name. */
export type SurveyPage = (
  accountId: AccountId,
  page: { after: string; limit: number },
) => Promise<readonly SurveyedUser[]>

/** Who is affected: all are counted, the first are named. */
export type Affected = { count: number; readonly users: { principalId: PrincipalId; name: string }[] }

export type Survey = {
  /** Active ones. */
  readonly users: number
  readonly ready: number
  readonly sentToSetUp: Affected
  readonly withoutWay: Affected
  /** Whom nothing sends to set-up yet, and who could not set up either. */
  readonly cannotVerify: Affected
  readonly losingRecoveryCodes: Affected
  readonly lockedOutByNetwork: Affected
  readonly idle: Affected
  /** Changes when the answer for any one user does, whoever is named. */
  readonly digest: string
}

const PAGE = 1000
/** So many are named of each list. */
const NAMED = 100

/**
 * Reads by key, a page at a time. What is digested is the answer for each user and not, say, when each last signed in:
 * an answer that still stands may be enforced.
 *
 * @param by.server whether text messages can be sent, so that a phone number is a way to prove oneself, and questions are taken
 * @param by.now from which the days without a sign-in are counted; a week of notice is in them
 */
export async function takeSurvey(
  readPage: SurveyPage,
  accountId: AccountId,
  chosen: ChosenSettings,
  by: { readonly server: AllowedMeans; readonly now: Instant },
): Promise<Survey> {
  const allows = chosen.networks.length === 0 ? () => true : networkMatcher(chosen.networks)
  const available = availableMethods(chosen.identityMethods, by.server)
  const sentToSetUp: Affected = { count: 0, users: [] }
  const withoutWay: Affected = { count: 0, users: [] }
  const cannotVerify: Affected = { count: 0, users: [] }
  const losingRecoveryCodes: Affected = { count: 0, users: [] }
  const lockedOutByNetwork: Affected = { count: 0, users: [] }
  const idle: Affected = { count: 0, users: [] }
  let users = 0
  let ready = 0
  let digest = ''
  let after = ''
  for (;;) {
    const page = await readPage(accountId, { after, limit: PAGE })
    let answers = ''
    for (const user of page) {
      const loses = !chosen.recoveryCodes && user.hasRecoveryCodes
      if (loses) note(losingRecoveryCodes, user)
      if (!user.active) {
        if (loses) answers += `${user.principalId} inactive\n`
        continue
      }
      const must = isObliged(chosen, user) || chosen.whoMust === 'unusual'
      const sent = must && !user.hasDevice
      const barred = !user.hasDevice && !canVerify(user, available)
      const lockedOut = user.lastAddress !== undefined && !allows(user.lastAddress)
      const quiet = chosen.idleDays > 0 && user.quietSince + chosen.idleDays * DAY <= by.now + IDLE_NOTICE
      users += 1
      if (user.hasDevice) ready += 1
      if (sent) note(sentToSetUp, user)
      if (barred) note(sent ? withoutWay : cannotVerify, user)
      if (lockedOut) note(lockedOutByNetwork, user)
      if (quiet) note(idle, user)
      const answer = [user.hasDevice, sent, barred, loses, lockedOut, quiet]
      answers += `${user.principalId} ${answer.map(Number).join('')}\n`
    }
    digest = sha256Hex(`${digest}\n${answers}`)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.nameKey
  }
  return {
    users,
    ready,
    sentToSetUp,
    withoutWay,
    cannotVerify,
    losingRecoveryCodes,
    lockedOutByNetwork,
    idle,
    digest,
  }
}

function note(affected: Affected, { principalId, name }: SurveyedUser): void {
  affected.count += 1
  if (affected.users.length < NAMED) affected.users.push({ principalId, name })
}
