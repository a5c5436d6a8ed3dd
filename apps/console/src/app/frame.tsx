/** The frame of every page: the bar with the places and the way out, the page, the foot. */
import { Notice, readClock, Shell, useToastsOf } from '@sallyport/ui'
import { useState } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { PageFoot } from '../host/page-foot.tsx'
import { ConfirmProvider } from '../proof/confirm-provider.tsx'
import { forgetWaitingCode } from '../security/waiting-code.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { forgetBegun } from '../wizard/begun-mark.ts'
import { SignOutContext } from './sign-out-context.ts'
import { useAsk } from './use-ask.ts'
import { useOnline } from './use-online.ts'
import { useSite } from './use-site.ts'

/** Pages that take one thing at a time are narrower. */
const mediumPages = new Set(['/security/mfa/set-up', '/new-password', '/invitation', '/not-me'])

/**
 * The places wait for the site's name, so that they do not move when it comes. Signed out, it has neither places nor account: that is for the outbox and the
 * not-found page.
 */
export function Frame() {
  const { site: siteWords, security, ram } = useTexts()
  const { pathname } = useLocation()
  useToastsOf(pathname)
  const site = useSite()
  const online = useOnline()
  const [leaving, setLeaving] = useState(false)
  /** When signing out found no server: said until the server answers again. */
  const [failedAt, setFailedAt] = useState<number | null>(null)
  const who = useAsk('GET /api/sign-in', failedAt === null ? {} : { every: 5_000 })
  const signedIn = who.data?.state === 'signed_in' ? who.data : null
  const inRam = pathname === '/ram' || pathname.startsWith('/ram/')
  const needsSession = inRam || pathname.startsWith('/security')

  async function leave() {
    setLeaving(true)
    setFailedAt(null)
    const answer = await call('POST /api/sign-out')
    forgetBegun()
    forgetWaitingCode('email')
    forgetWaitingCode('phone')
    if (answer.ok || answer.refused.code === 'sign_in_needed') return location.assign('/sign-in')
    setLeaving(false)
    setFailedAt(readClock())
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
              signingOut: leaving,
            }
          : undefined
      }
      foot={<PageFoot languageLabel={siteWords.language} />}
    >
      <ConfirmProvider>
        {!online && <Notice tone="warn">{security.frame.offline}</Notice>}
        {failedAt !== null && who.dataUpdatedAt <= failedAt && (
          <Notice tone="bad" title={siteWords.offlineTitle}>
            {siteWords.offlineBody}
          </Notice>
        )}
        <SignOutContext value={{ run: () => void leave(), busy: leaving }}>
          <Outlet />
        </SignOutContext>
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
