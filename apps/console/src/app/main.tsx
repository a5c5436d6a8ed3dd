/** The console's entry for the signed-in pages and the outbox: everything but `/sign-in` and `/register`. */
import '@sallyport/ui/tokens.css'
import { LanguageProvider } from '@sallyport/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Console } from './console.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Console />
    </LanguageProvider>
  </StrictMode>,
)
