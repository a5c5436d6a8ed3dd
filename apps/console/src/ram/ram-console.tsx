/** The pages below `/ram`, in a file of their own: most who sign in have no console to open. */
import { useRoutes } from 'react-router'
import { AuditPage } from './audit-page.tsx'
import { CreateUserPage } from './create-user-page.tsx'
import { ForRole } from './for-role.tsx'
import { GroupPage } from './group-page.tsx'
import { GroupsPage } from './groups-page.tsx'
import { ImportPage } from './import-page.tsx'
import { NothingHerePage } from './nothing-here-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { RamFrame } from './ram-frame.tsx'
import { ReportPage } from './report-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { UserPage } from './user-page.tsx'
import { UsersPage } from './users-page.tsx'

/** `RamFrame` holds every page. */
export function RamConsole() {
  return useRoutes([
    {
      element: <RamFrame />,
      children: [
        { index: true, element: <OverviewPage /> },
        { path: 'users', element: <UsersPage /> },
        {
          path: 'users/new',
          element: (
            <ForRole needs="users.write">
              <CreateUserPage />
            </ForRole>
          ),
        },
        {
          path: 'users/import',
          element: (
            <ForRole needs="users.write">
              <ImportPage />
            </ForRole>
          ),
        },
        { path: 'users/:id', element: <UserPage /> },
        { path: 'groups', element: <GroupsPage /> },
        { path: 'groups/:groupId', element: <GroupPage /> },
        { path: 'settings', element: <SettingsPage /> },
        { path: 'report', element: <ReportPage /> },
        { path: 'audit', element: <AuditPage /> },
        { path: '*', element: <NothingHerePage /> },
      ],
    },
  ])
}
