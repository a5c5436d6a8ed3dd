/** `/security/devices`: the bound virtual MFA devices, renamed, removed, and one more added. */
import { Button, Card, CardSection, EmptyState, Skeleton, useToast } from '@sallyport/ui'
import { useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { useTexts } from '../text/use-texts.tsx'
import { DeviceRow } from './device-row.tsx'
import type { Device } from './overview.ts'

/** A new name can be taken back from the bar; a removal is asked about before. */
export function DevicesPage() {
  const { security } = useTexts()
  const words = security.devices
  const navigate = useNavigate()
  const toast = useToast()
  const devices = useAsk('GET /api/mfa/devices')
  const takeBack = useAct('PATCH /api/mfa/devices/:id', 'manage_mfa')
  useFocusAfterRemoval(devices.data?.length)

  function toWizard() {
    navigate('/security/mfa/set-up', { state: { from: '/security/devices' } })
  }
  function sayRenamed(before: Device) {
    toast({
      message: words.renamed,
      onUndo: () => void takeBack.run({ params: { id: before.id }, body: { name: before.name } }),
    })
  }

  const some = devices.data !== undefined && devices.data.length > 0
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title} back>
          {words.lead}
        </PageHead>
        {some && <Button onClick={toWizard}>{words.add}</Button>}
      </div>
      {devices.error !== null && <AskFault refused={devices.error} onAgain={() => void devices.refetch()} />}
      {devices.data === undefined && devices.error === null && <Skeleton height={112} />}
      {devices.data !== undefined && some && (
        <CardSection title={words.list}>
          {devices.data.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              last={devices.data.length === 1}
              onRenamed={() => sayRenamed(device)}
              onRemoved={() => toast({ message: words.removed })}
            />
          ))}
        </CardSection>
      )}
      {devices.data !== undefined && !some && (
        <Card>
          <EmptyState
            title={words.emptyTitle}
            action={
              <Button kind="filled" onClick={toWizard}>
                {words.setUp}
              </Button>
            }
          >
            {words.emptyBody}
          </EmptyState>
        </Card>
      )}
    </>
  )
}
