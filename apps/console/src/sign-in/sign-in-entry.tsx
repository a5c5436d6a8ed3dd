/** Chooses the page by the address, once the server has said where this browser stands. */
import { Button, Heading, Notice, Page, Skeleton, UiWordsProvider } from '@sallyport/ui'
import { lazy, Suspense, useEffect } from 'react'
import { PageFoot } from '../host/page-foot.tsx'
import { safeTarget } from '../host/safe-target.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { SignInPage } from './sign-in-page.tsx'
import { type EntryState, useEntryState } from './use-entry-state.ts'

/** Loads on demand: whoever signs in does not carry it. */
const RegisterPage = lazy(() => import('./register-page.tsx').then((m) => ({ default: m.RegisterPage })))

const registering = location.pathname === '/register'

/** The entry's frame around either page. */
export function SignInEntry() {
  const texts = useSignInTexts()
  const { state, retry } = useEntryState()
  const name = state.kind === 'ready' ? state.site.name : 'Sallyport'
  return (
    <UiWordsProvider words={texts.ui}>
      <Page name={name} foot={<PageFoot languageLabel={texts.site.language} />}>
        <EntryBody state={state} retry={retry} />
      </Page>
    </UiWordsProvider>
  )
}

function EntryBody({ state, retry }: { readonly state: EntryState; readonly retry: () => void }) {
  const texts = useSignInTexts()
  const leaving = state.kind === 'ready' && state.signIn.state === 'signed_in'
  useEffect(() => {
    if (leaving) location.replace(safeTarget(location.search, location.origin))
  }, [leaving])
  if (state.kind === 'failed') {
    return (
      <>
        <Heading>{registering ? texts.register.title : texts.signIn.title}</Heading>
        <Notice
          tone="bad"
          title={state.refused.code === 'offline' ? texts.site.offlineTitle : undefined}
          action={
            <Button size="small" onClick={retry}>
              {texts.site.tryAgain}
            </Button>
          }
        >
          {state.refused.code === 'offline'
            ? texts.site.offlineBody
            : sentenceOf(state.refused, texts.refusals)}
        </Notice>
      </>
    )
  }
  if (state.kind === 'loading' || leaving) return <Skeleton height={registering ? 380 : 300} />
  return registering ? (
    <Suspense fallback={<Skeleton height={380} />}>
      <RegisterPage site={state.site} />
    </Suspense>
  ) : (
    <SignInPage site={state.site} begun={state.signIn} />
  )
}
