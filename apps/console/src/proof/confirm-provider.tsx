/** **Confirm it is you** over whatever page asks for it. */
import { Dialog } from '@sallyport/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { useTexts } from '../text/use-texts.tsx'
import { ConfirmContext, type Purpose } from './confirm-context.ts'
import { ProofForm } from './proof-form.tsx'

type Asked = { readonly purpose: Purpose; readonly answer: (given: boolean) => void }

/**
 * Stands once around the pages; one question at a time. What was known of the verification is asked anew, since the
 * server has just said that it does not suffice.
 */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const { security } = useTexts()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [open, setOpen] = useState(false)

  const confirm = useCallback(
    (purpose: Purpose) =>
      new Promise<boolean>((answer) => {
        client.removeQueries({ queryKey: ['GET /api/verification/:purpose', { purpose }] })
        setAsked({ purpose, answer })
        setOpen(true)
      }),
    [client],
  )
  function close(given: boolean) {
    setOpen(false)
    asked?.answer(given)
  }

  return (
    <ConfirmContext value={confirm}>
      {children}
      <Dialog open={open} onClose={() => close(false)} title={security.proof.title}>
        {asked !== null && (
          <>
            <p>{security.proof.body}</p>
            <ProofForm
              purpose={asked.purpose}
              submitLabel={security.proof.confirm}
              onProven={() => close(true)}
              onCancel={() => close(false)}
            />
          </>
        )}
      </Dialog>
    </ConfirmContext>
  )
}
