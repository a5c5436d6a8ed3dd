/** The frame of every page: the bar with the places and the way out, the page, the foot. */
import { Notice, Shell } from '@sallyport/ui'
import { useState } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { PageFoot } from '../host/page-foot.tsx'
import { ConfirmProvider } from '../proof/confirm-provider.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { useAsk } from './use-ask.ts'
import { useOnline } from './use-online.ts'
import { useSite } from './use-site.ts'

/** Pages that take one thing at a time are narrower. */
const mediumPages = new Set(['/security/mfa/set-up'])

/**
 * The places wait for the site's name, so that they do not move when it comes. Signed out, it has neither places nor account: that is for the outbox and the
 * not-found page.
 */
export function Frame() {
  const { site: siteWords, security, ram } = useTexts()
  const { pathname } = useLocation()
  const site = useSite()
  const who = useAsk('GET /api/sign-in')
  const online = useOnline()
  const [leaving, setLeaving] = useState<'busy' | 'failed' | null>(null)
  const signedIn = who.data?.state === 'signed_in' ? who.data : null
  const inRam = pathname === '/ram' || pathname.startsWith('/ram/')
  const needsSession = inRam || pathname.startsWith('/security')

  async function leave() {
    setLeaving('busy')
    const answer = await call('POST /api/sign-out')
    if (answer.ok || answer.refused.code === 'sign_in_needed') location.assign('/sign-in')
    else setLeaving('failed')
  }
  return (
    <Shell
      key={pathname}
      name={site?.name ?? ''}
      homeHref="/security"
      width={inRam ? 'full' : mediumPages.has(pathname) ? 'medium' : undefined}
      nav={
        site !== undefined && (signedIn !== null || needsSession) ? (
          <>
            <Place to="/security" here={needsSession && !inRam && pathname !== '/security/activity'}>
              {security.frame.security}
            </Place>
            <Place to="/security/activity" here={pathname === '/security/activity'}>
              {security.frame.activity}
            </Place>
            {inRam && (
              <Place to="/ram" here>
                {ram.console}
              </Place>
            )}
          </>
        ) : undefined
      }
      account={
        signedIn !== null || needsSession
          ? {
              name: signedIn?.signInName ?? '',
              signOutLabel: security.frame.signOut,
              onSignOut: () => void leave(),
              signingOut: leaving === 'busy',
            }
          : undefined
      }
      foot={<PageFoot languageLabel={siteWords.language} />}
    >
      <ConfirmProvider>
        {!online && <Notice tone="warn">{security.frame.offline}</Notice>}
        {leaving === 'failed' && (
          <Notice tone="bad" title={siteWords.offlineTitle}>
            {siteWords.offlineBody}
          </Notice>
        )}
        <Outlet />
      </ConfirmProvider>
      <ScrollRestoration />
    </Shell>
  )
}

function Place({
  to,
  here,
  children,
}: {
  readonly to: string
  readonly here: boolean
  readonly children: string
}) {
  return (
    <Link to={to} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  )
}
