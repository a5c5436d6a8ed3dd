/** Asks before a page is left that holds what cannot be shown again. */
import { Button, Dialog } from '@sallyport/ui'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '../text/use-texts.tsx'

/** A move inside the console is asked about in a dialog, a reload or a closed tab in the browser's own words. */
export function LeaveGuard({ title, children }: { readonly title: string; readonly children: string }) {
  const { asks } = useTexts()
  const blocker = useBlocker(true)
  useEffect(() => {
    function hold(event: BeforeUnloadEvent) {
      event.preventDefault()
    }
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [])
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={title}
      actions={
        <>
          <Button onClick={() => blocker.reset?.()}>{asks.stay}</Button>
          <Button kind="danger" onClick={() => blocker.proceed?.()}>
            {asks.leave}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
