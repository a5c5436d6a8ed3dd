/** The addresses of the console and the pages that stand at them. */
import { Skeleton } from '@sallyport/ui'
import { lazy, Suspense } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { OutboxPage } from '../outbox/outbox-page.tsx'
import { ActivityPage } from '../security/activity-page.tsx'
import { DevicesPage } from '../security/devices-page.tsx'
import { EmailPage } from '../security/email-page.tsx'
import { PasswordPage } from '../security/password-page.tsx'
import { PhonePage } from '../security/phone-page.tsx'
import { QuestionsPage } from '../security/questions-page.tsx'
import { RecoveryCodesPage } from '../security/recovery-codes-page.tsx'
import { SecurityPage } from '../security/security-page.tsx'
import { SessionsPage } from '../security/sessions-page.tsx'
import { TrustedBrowsersPage } from '../security/trusted-browsers-page.tsx'
import { InvitationPage } from '../welcome/invitation-page.tsx'
import { NewPasswordPage } from '../welcome/new-password-page.tsx'
import { WizardPage } from '../wizard/wizard-page.tsx'
import { FaultPage } from './fault-page.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** Hardly ever opened, and never on the way to another page. */
const NotMePage = lazy(async () => ({ default: (await import('../not-me/not-me-page.tsx')).NotMePage }))

/** Only for those who administer users. */
const RamConsole = lazy(async () => ({ default: (await import('../ram/ram-console.tsx')).RamConsole }))

/** `Frame` holds every page; a page that breaks leaves the frame standing. */
export function createConsoleRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      element: <Frame />,
      errorElement: <FaultPage />,
      children: [
        {
          errorElement: <FaultPage />,
          children: [
            { path: '/', element: <Navigate to="/security" replace /> },
            { path: '/security', element: <SecurityPage /> },
            { path: '/security/mfa/set-up', element: <WizardPage /> },
            { path: '/security/devices', element: <DevicesPage /> },
            { path: '/security/password', element: <PasswordPage /> },
            { path: '/security/email', element: <EmailPage /> },
            { path: '/security/phone', element: <PhonePage /> },
            { path: '/security/questions', element: <QuestionsPage /> },
            { path: '/security/recovery-codes', element: <RecoveryCodesPage /> },
            { path: '/security/trusted-browsers', element: <TrustedBrowsersPage /> },
            { path: '/security/sessions', element: <SessionsPage /> },
            { path: '/security/activity', element: <ActivityPage /> },
            {
              path: '/ram/*',
              element: (
                <Suspense fallback={<Skeleton height={720} />}>
                  <RamConsole />
                </Suspense>
              ),
            },
            { path: '/new-password', element: <NewPasswordPage /> },
            { path: '/invitation', element: <InvitationPage /> },
            {
              path: '/not-me',
              element: (
                <Suspense fallback={<Skeleton height={320} />}>
                  <NotMePage />
                </Suspense>
              ),
            },
            { path: '/outbox', element: <OutboxPage /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
}
