/** The sign-in entry: `/sign-in` and `/register`, small enough to be there at once. */
import '@sallyport/ui/tokens.css'
import { LanguageProvider } from '@sallyport/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeSetUpToken } from './set-up-token.ts'
import { SignInEntry } from './sign-in-entry.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')

takeSetUpToken()

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <SignInEntry />
    </LanguageProvider>
  </StrictMode>,
)
