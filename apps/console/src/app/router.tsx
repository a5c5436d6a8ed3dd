/** The addresses of the console and the pages that stand at them. */
import { Skeleton } from '@sallyport/ui'
import { lazy, Suspense } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { OutboxPage } from '../outbox/outbox-page.tsx'
import { AuditPage } from '../ram/audit-page.tsx'
import { CreateUserPage } from '../ram/create-user-page.tsx'
import { GroupPage } from '../ram/group-page.tsx'
import { GroupsPage } from '../ram/groups-page.tsx'
import { ImportPage } from '../ram/import-page.tsx'
import { NothingHerePage } from '../ram/nothing-here-page.tsx'
import { OverviewPage } from '../ram/overview-page.tsx'
import { RamFrame } from '../ram/ram-frame.tsx'
import { ReportPage } from '../ram/report-page.tsx'
import { SettingsPage } from '../ram/settings-page.tsx'
import { UserPage } from '../ram/user-page.tsx'
import { UsersPage } from '../ram/users-page.tsx'
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
              path: '/ram',
              element: <RamFrame />,
              children: [
                { index: true, element: <OverviewPage /> },
                { path: 'users', element: <UsersPage /> },
                { path: 'users/new', element: <CreateUserPage /> },
                { path: 'users/import', element: <ImportPage /> },
                { path: 'users/:id', element: <UserPage /> },
                { path: 'groups', element: <GroupsPage /> },
                { path: 'groups/:groupId', element: <GroupPage /> },
                { path: 'settings', element: <SettingsPage /> },
                { path: 'report', element: <ReportPage /> },
                { path: 'audit', element: <AuditPage /> },
                { path: '*', element: <NothingHerePage /> },
              ],
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
