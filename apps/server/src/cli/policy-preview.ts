/** `sallyport policy preview`: a dry run of security settings. */
import { isRefused } from '../kernel/refusal.ts'
import { previewSettings } from '../ram-settings/preview-settings.ts'
import { onAccount } from './operate.ts'
import { readChanges } from './read-policy.ts'
import { DONE, MISUSED, type Terminal } from './terminal.ts'

/** Changes nothing; the last line is the token that enforces exactly this. */
export function previewPolicy(terminal: Terminal): Promise<number> {
  const [, changes = ''] = terminal.args
  return onAccount(terminal, 'policy preview', async (world, operator) => {
    const { accountId } = operator
    const chosen = readChanges(await world.read.settings.find(accountId), changes)
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
      ['Without a way to verify their identity', run.withoutWay],
      ['Others without MFA and without such a way', run.cannotVerify],
      ['Losing their recovery codes', run.losingRecoveryCodes],
      ['Locked out by network', run.lockedOutByNetwork],
      ['Suspended in a week for staying away', run.idle],
    ] as const) {
      terminal.out(`${what}: ${affected.count}`)
      for (const { signInName } of affected.users) terminal.out(`  ${signInName}`)
      if (affected.count > affected.users.length) terminal.out('  …')
    }
    terminal.out(run.token)
    return DONE
  })
}
