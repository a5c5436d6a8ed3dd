/** What settings would do, before they do it: counts and names of who is affected. */
import type { Reply } from '@sallyport/contract'
import { Button, CardSection, Notice } from '@sallyport/ui'
import { Link } from 'react-router'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'

export type DryRunReply = Reply<'POST /api/ram/settings/preview'>
type Affected = DryRunReply['sentToSetUp']

/** A region named **Dry run**; its button enforces what it shows. */
export function DryRun({
  run,
  busy,
  onEnforce,
}: {
  readonly run: DryRunReply
  readonly busy: boolean
  readonly onEnforce: () => void
}) {
  const { ram } = useTexts()
  const words = ram.settings
  const { sentToSetUp, withoutWay, cannotVerify, losingRecoveryCodes, lockedOutByNetwork, idle } = run
  const affected = [sentToSetUp, withoutWay, cannotVerify, losingRecoveryCodes, lockedOutByNetwork, idle]
  const nobody = affected.every(({ count }) => count === 0)
  return (
    <CardSection title={words.dryRun}>
      <div className={styles['run']}>
        {run.callerLockedOut && <Notice tone="bad">{words.callerLockedOut}</Notice>}
        <p role="status">
          {words.of(run.users)} {words.allReady(run.ready)} {nobody && words.nobodyAffected}
        </p>
        <AffectedUsers affected={sentToSetUp} title={words.sent(sentToSetUp.count)} />
        <AffectedUsers affected={withoutWay} title={words.withoutWay(withoutWay.count)} />
        <AffectedUsers affected={cannotVerify} title={words.cannotVerify(cannotVerify.count)} />
        <AffectedUsers affected={losingRecoveryCodes} title={words.losingCodes(losingRecoveryCodes.count)} />
        <AffectedUsers affected={lockedOutByNetwork} title={words.lockedOut(lockedOutByNetwork.count)} />
        <AffectedUsers affected={idle} title={words.idleUsers(idle.count)} />
        <div className={pages['actions']}>
          <Button kind="filled" busy={busy} onClick={onEnforce}>
            {words.enforce}
          </Button>
        </div>
      </div>
    </CardSection>
  )
}

function AffectedUsers({ affected, title }: { readonly affected: Affected; readonly title: string }) {
  const { ram } = useTexts()
  if (affected.count === 0) return null
  const more = affected.count - affected.users.length
  return (
    <div>
      <b>{title}</b>
      <ul className={styles['names']}>
        {affected.users.map(({ id, signInName }) => (
          <li key={id}>
            <Link to={`/ram/users/${id}`}>{signInName}</Link>
          </li>
        ))}
        {more > 0 && <li>{ram.settings.andMore(more)}</li>}
      </ul>
    </div>
  )
}
