/** How many have MFA, how many must and have not, and a button that reminds these. */
import { Button, CardSection, Notice, Skeleton, useToast } from '@sallyport/ui'
import { AskFault } from '../app/ask-fault.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useMay } from '../app/use-me.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'

/** Each is reminded at most once a day, which the server sees to. */
export function ProgressCard() {
  const { ram, refusals } = useTexts()
  const words = ram.progress
  const toast = useToast()
  const mayRemind = useMay('settings.write')
  const asked = useAsk('GET /api/ram/overview')
  const remind = useAct('POST /api/ram/reminders', 'manage_users')
  async function run() {
    const done = await remind.run()
    if (done === null) return
    const sent = done.reminded === 0 ? words.remindedNobody : words.reminded(done.reminded)
    toast({
      message: done.withoutEmail === 0 ? sent : `${sent} ${words.withoutEmail(done.withoutEmail)}`,
    })
  }
  const users = asked.data?.users
  if (users === undefined)
    return asked.error === null ? (
      <Skeleton height={138} />
    ) : (
      <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
    )
  const share = users.active === 0 ? 0 : users.withMfa / users.active
  const behind = users.obligedWithoutMfa
  return (
    <CardSection title={words.title}>
      <div className={styles['fields']}>
        <div className={styles['tight']}>
          <p>{words.done(users.withMfa, users.active)}</p>
          <div className={styles['bar']} aria-hidden="true">
            <div className={styles['fill']} style={{ width: `${share * 100}%` }} />
          </div>
          <p className={styles['soft']}>{behind === 0 ? words.nobodyBehind : words.behind(behind)}</p>
        </div>
        {remind.refused !== null && <Notice tone="bad">{sentenceOf(remind.refused, refusals)}</Notice>}
        {mayRemind && behind > 0 && (
          <div>
            <Button size="small" busy={remind.busy} onClick={() => void run()}>
              {words.remind(behind)}
            </Button>
          </div>
        )}
      </div>
    </CardSection>
  )
}
