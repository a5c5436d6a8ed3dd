/** What must be kept of tries: budgets, tries of a challenge, hits in a sliding window, wrong passwords. */
import type { Instant } from '../kernel/clock.ts'
import type { ChallengeId, KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

/** `unknown` for all strangers' browsers together, or one known device's own. */
export type Bucket = string

export type BucketRule = {
  readonly capacity: number
  /** One token comes back in this time; undefined: only success refills. */
  readonly refillMs: number | undefined
}

export type PasswordFailures = {
  readonly failures: number
  /** Keyed hashes of the last wrong passwords, cut short. */
  readonly recent: readonly string[]
  readonly waitUntil: Instant
}

export type Window = { readonly max: number; readonly withinMs: number }

export type Hit = {
  readonly accountId: string
  readonly scope: string
  readonly subject: string
  readonly at: Instant
  readonly hitId: string
}

export type ThrottleStore = {
  /** Takes one try of the challenge while fewer than `limit` were taken; how many are taken now, or undefined. */
  readonly takeTry: (
    accountId: string,
    challengeId: ChallengeId,
    input: { limit: number; endsAt: Instant },
  ) => Promise<number | undefined>
  readonly giveBackTry: (accountId: string, challengeId: ChallengeId) => Promise<void>
  /** Remembers that the challenge's try took a token of this bucket, or of none, and which known device it came from. */
  readonly noteReserved: (
    accountId: string,
    challengeId: ChallengeId,
    from: { bucket: Bucket | undefined; device: KnownDeviceId | undefined },
  ) => Promise<void>
  /** Forgets the challenge; what it had reserved and where. */
  readonly forgetChallenge: (
    accountId: string,
    challengeId: ChallengeId,
  ) => Promise<
    { reserved: number; bucket: Bucket | undefined; device: KnownDeviceId | undefined } | undefined
  >
  readonly triesOf: (accountId: string, challengeId: ChallengeId) => Promise<number>
  /** Takes one token, with the refill computed in the same statement; what is left, or undefined where none was. */
  readonly takeToken: (
    principal: Principal,
    bucket: Bucket,
    rule: BucketRule,
    now: Instant,
  ) => Promise<number | undefined>
  readonly giveBackTokens: (
    principal: Principal,
    bucket: Bucket,
    count: number,
    rule: BucketRule,
  ) => Promise<void>
  /** Adds the hit while every window has room; whether it did. */
  readonly takeHit: (hit: Hit, windows: readonly Window[]) => Promise<boolean>
  /** Forgets one hit, when what it counted turned out well. */
  readonly dropHit: (hit: Hit) => Promise<void>
  /** The instants of the newest hits since `since`, newest first. */
  readonly hitsSince: (
    key: { accountId: string; scope: string; subject: string },
    since: Instant,
    limit: number,
  ) => Promise<readonly Instant[]>
  /** Forgets the hits of a key, when what they counted has succeeded. */
  readonly dropHits: (key: { accountId: string; scope: string; subject: string }) => Promise<void>
  readonly passwordFailures: (subject: string) => Promise<PasswordFailures | undefined>
  readonly putPasswordFailures: (subject: string, failures: PasswordFailures, now: Instant) => Promise<void>
  readonly dropPasswordFailures: (subject: string) => Promise<void>
  /** Housekeeping: hits older than every window, challenges that ended, old wrong passwords. */
  readonly purge: (before: { hits: Instant; challenges: Instant; passwords: Instant }) => Promise<void>
}
