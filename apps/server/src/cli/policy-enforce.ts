/** `sallyport policy enforce`: enforces security settings as they were previewed. */
import { newId } from '../kernel/ids.ts'
import { putInForce } from '../ram-settings/enforce-settings.ts'
import { findAccount, printedSettings, readChanges } from './read-policy.ts'
import { DONE, FAILED, MISUSED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** The trail names the operator. */
export function enforcePolicy(terminal: Terminal): Promise<number> {
  const [account = '', changes = '', token = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const accountId = await findAccount(world.read, account)
    if (accountId === undefined) {
      terminal.err(`sallyport policy enforce: there is no account ${account}`)
      return FAILED
    }
    const settings = readChanges(await world.read.settings.find(accountId), changes)
    if (typeof settings === 'string') {
      terminal.err(`sallyport policy enforce: cannot read ${settings}; see sallyport policy preview --help`)
      return MISUSED
    }
    const refused = await putInForce(
      world,
      { accountId, principalId: 'operator' },
      { settings, token, stands: async () => true },
      { requestId: newId('msg', terminal.random), address: '', browser: 'command line' },
    )
    if (refused !== undefined) {
      terminal.err('sallyport policy enforce: this is not what was previewed, or users have changed since;')
      terminal.err('preview again')
      return FAILED
    }
    const { enforcedAt: _, ...standing } = await world.read.settings.find(accountId)
    if (terminal.json) terminal.out(JSON.stringify({ accountId, settings: standing }))
    else for (const line of printedSettings(standing)) terminal.out(line)
    return DONE
  })
}
