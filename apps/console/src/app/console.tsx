/** What stands around every page: the words of the parts, the policy's wish of no style elements, the queries, the router. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Toasts, UiWordsProvider } from '@sallyport/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { useTexts } from '../text/use-texts.tsx'
import { createQueryClient } from './query-client.ts'
import { createConsoleRouter } from './router.tsx'

/** One client and one router for the life of the page. */
export function Console() {
  const { ui } = useTexts()
  const [client] = useState(createQueryClient)
  const [router] = useState(createConsoleRouter)
  return (
    <CSPProvider disableStyleElements>
      <UiWordsProvider words={ui}>
        <QueryClientProvider client={client}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </UiWordsProvider>
    </CSPProvider>
  )
}
