/** `sallyport policy preview`: a dry run of security settings. */
import { isRefused } from '../kernel/refusal.ts'
import { previewSettings } from '../ram-settings/preview-settings.ts'
import { findAccount, readChanges } from './read-policy.ts'
import { DONE, FAILED, MISUSED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** Changes nothing; the last line is the token that enforces exactly this. */
export function previewPolicy(terminal: Terminal): Promise<number> {
  const [account = '', changes = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const accountId = await findAccount(world.read, account)
    if (accountId === undefined) {
      terminal.err(`sallyport policy preview: there is no account ${account}`)
      return FAILED
    }
    const chosen = readChanges(await world.read.settings.find(accountId), changes)
    const operator = { accountId, principalId: 'operator' } as const
    const run =
      typeof chosen === 'string' ? chosen : await previewSettings(world, operator, chosen, { address: '' })
    if (typeof run === 'string' || isRefused(run)) {
      const wrong = typeof run === 'string' ? run : changes
      terminal.err(`sallyport policy preview: cannot read ${wrong}; see sallyport policy preview --help`)
      return MISUSED
    }
    const { callerLockedOut: _, ...answer } = run
    if (terminal.json) {
      terminal.out(JSON.stringify({ accountId, settings: chosen, ...answer }))
      return DONE
    }
    terminal.out(`${run.users} active, ${run.ready} with MFA`)
    for (const [what, affected] of [
      ['Sent to set-up', run.sentToSetUp],
      ['Without email or phone to prove themselves', run.withoutWay],
      ['Locked out by network', run.lockedOutByNetwork],
    ] as const) {
      terminal.out(`${what}: ${affected.count}`)
      for (const { signInName } of affected.users) terminal.out(`  ${signInName}`)
      if (affected.count > affected.users.length) terminal.out('  …')
    }
    terminal.out(run.token)
    return DONE
  })
}
