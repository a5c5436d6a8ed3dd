/** `sallyport audit verify`: reads every chain of the audit trail from its start. */
import { type ChainReport, verifyTrail } from '../audit/verify-chain.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

const WHY: Readonly<Record<NonNullable<ChainReport['broken']>['why'], string>> = {
  missing: 'is missing',
  hash: 'was changed: its hash does not fit',
  prev: 'does not follow the one before it',
  time: 'is older than the one before it',
}

export function verifyAudit(terminal: Terminal): Promise<number> {
  return withWorld(terminal, async ({ read }) => {
    const chains = await verifyTrail(read)
    const broken = chains.filter((chain) => chain.broken !== undefined)
    if (terminal.json) {
      terminal.out(JSON.stringify({ whole: broken.length === 0, chains }))
    } else {
      for (const chain of broken)
        if (chain.broken)
          terminal.out(`account ${chain.accountId}: event ${chain.broken.seq} ${WHY[chain.broken.why]}`)
      const events = chains.reduce((sum, chain) => sum + chain.events, 0)
      terminal.out(
        broken.length === 0
          ? `The trail is whole: ${events} events in ${chains.length} chains.`
          : `The trail is broken in ${broken.length} of ${chains.length} chains.`,
      )
    }
    return broken.length === 0 ? DONE : FAILED
  })
}
