/** argon2id through a bounded queue, for whatever a person can remember or type. */
import { hash, verify } from '@node-rs/argon2'
import { type Refused, refuse } from '../kernel/refusal.ts'

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane (security.md 5.3). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

const QUEUE = 50
const RETRY_AFTER_SECONDS = 2

export type SlowHash = {
  /** PHC string. Refuses: server_busy. */
  readonly hash: (text: string) => Promise<string | Refused>
  /** Whether the text has this PHC string. Refuses: server_busy. */
  readonly verify: (phc: string, text: string) => Promise<boolean | Refused>
  /** Costs as much as `verify` and is always false: for names that do not exist. Refuses: server_busy. */
  readonly verifyNothing: (text: string) => Promise<false | Refused>
}

/**
 * At most `workers` hashes run at once and 50 wait; more are refused with server_busy and a time to retry, so that
 * hashing never starves the rest of the server (security.md 1J, J4).
 */
export function makeSlowHash(workers: number): SlowHash {
  const waiting: (() => void)[] = []
  let running = 0
  let decoy: Promise<string> | undefined

  async function bounded<T>(work: () => Promise<T>): Promise<T | Refused> {
    if (running >= workers) {
      if (waiting.length >= QUEUE)
        return refuse('server_busy', { retryAfterSeconds: RETRY_AFTER_SECONDS }, 'hash_queue_full')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    hash: (text) => bounded(() => hash(text, COST)),
    verify: (phc, text) => bounded(() => verify(phc, text)),
    async verifyNothing(text) {
      decoy ??= hash('a password that nobody has', COST)
      const phc = await decoy
      const outcome = await bounded(() => verify(phc, text))
      return outcome === true ? false : outcome
    },
  }
}
