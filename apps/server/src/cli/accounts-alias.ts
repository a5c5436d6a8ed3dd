/** `sallyport accounts alias`: the name by which an account's users sign in. */
import { putAlias } from '../ram-settings/set-alias.ts'
import { onAccount, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

/** `-` takes the alias away; users then sign in by the account's id alone. */
export function setAccountAlias(terminal: Terminal): Promise<number> {
  const [, typed = ''] = terminal.args
  return onAccount(terminal, 'accounts alias', async (world, operator) => {
    const alias = typed === '-' ? undefined : typed
    const input = { alias, stands: async () => true }
    const refused = await putAlias(world, operator, input, operatorContext(terminal))
    if (refused) return tellRefused(terminal, 'accounts alias', refused)
    const { accountId } = operator
    if (terminal.json) terminal.out(JSON.stringify({ accountId, alias: alias ?? null }))
    else terminal.out(`Users of account ${accountId} sign in as name@${alias ?? accountId}`)
    return DONE
  })
}
