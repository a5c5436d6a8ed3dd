/** `sallyport accounts list`: every account, in order of its id. */
import type { AccountLine } from '../accounts/account.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import { DONE, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

const PAGE = 500

export function listAccounts(terminal: Terminal): Promise<number> {
  return withWorld(terminal, async ({ read }) => {
    const accounts: AccountLine[] = []
    for (let after = ''; ; ) {
      const page = await read.accounts.list({ after, limit: PAGE })
      accounts.push(...page)
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      after = last.accountId
    }
    if (terminal.json) {
      terminal.out(
        JSON.stringify({
          accounts: accounts.map(({ createdAt, ...line }) => ({ ...line, createdAt: toRfc3339(createdAt) })),
        }),
      )
      return DONE
    }
    for (const { accountId, email, createdAt } of accounts)
      terminal.out(`${accountId}  ${toRfc3339(createdAt)}  ${email}`)
    if (accounts.length === 0) terminal.err('There is no account yet.')
    return DONE
  })
}
