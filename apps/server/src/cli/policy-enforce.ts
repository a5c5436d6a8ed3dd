/** `sallyport policy enforce`: enforces security settings as they were previewed. */
import { putInForce } from '../ram-settings/enforce-settings.ts'
import { onAccount, operatorContext, tellRefused } from './operate.ts'
import { printedSettings, readChanges } from './read-policy.ts'
import { DONE, MISUSED, type Terminal } from './terminal.ts'

const VERB = 'policy enforce'

/** The trail names the operator. */
export function enforcePolicy(terminal: Terminal): Promise<number> {
  const [, changes = '', token = ''] = terminal.args
  return onAccount(terminal, VERB, async (world, operator) => {
    const { accountId } = operator
    const settings = readChanges(await world.read.settings.find(accountId), changes)
    if (typeof settings === 'string') {
      terminal.err(`sallyport ${VERB}: cannot read ${settings}; see sallyport policy preview --help`)
      return MISUSED
    }
    const input = { settings, token, stands: async () => true }
    const refused = await putInForce(world, operator, input, operatorContext(terminal))
    if (refused !== undefined) return tellRefused(terminal, VERB, refused)
    const { enforcedAt: _, idleEnforcedAt: __, ...standing } = await world.read.settings.find(accountId)
    if (terminal.json) terminal.out(JSON.stringify({ accountId, settings: standing }))
    else for (const line of printedSettings(standing)) terminal.out(line)
    return DONE
  })
}
