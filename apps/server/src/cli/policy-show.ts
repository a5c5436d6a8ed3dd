/** `sallyport policy show`: the security settings of an account. */
import { toRfc3339 } from '../kernel/clock.ts'
import { findAccount, printedSettings } from './read-policy.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

export function showPolicy(terminal: Terminal): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async ({ read }) => {
    const accountId = await findAccount(read, typed)
    if (accountId === undefined) {
      terminal.err(`sallyport policy show: there is no account ${typed}`)
      return FAILED
    }
    const { enforcedAt, ...settings } = await read.settings.find(accountId)
    const since = enforcedAt === undefined ? null : toRfc3339(enforcedAt)
    if (terminal.json) {
      terminal.out(JSON.stringify({ accountId, settings, enforcedAt: since }))
      return DONE
    }
    for (const line of printedSettings(settings)) terminal.out(line)
    terminal.out(since === null ? 'These are the defaults.' : `Enforced ${since}`)
    return DONE
  })
}
