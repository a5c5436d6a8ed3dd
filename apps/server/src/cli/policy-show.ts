/** `sallyport policy show`: the security settings of an account. */
import { toRfc3339 } from '../kernel/clock.ts'
import { onAccount } from './operate.ts'
import { printedSettings } from './read-policy.ts'
import { DONE, type Terminal } from './terminal.ts'

export function showPolicy(terminal: Terminal): Promise<number> {
  return onAccount(terminal, 'policy show', async ({ read }, { accountId }) => {
    const { enforcedAt, idleEnforcedAt: _, ...settings } = await read.settings.find(accountId)
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
