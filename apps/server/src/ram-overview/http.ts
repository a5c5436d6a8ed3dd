/** The door of the RAM console's overview. */
import { type Route, route } from '../http/route.ts'
import type { OverviewDeps } from './deps.ts'
import { ramOverview } from './overview.ts'

export function ramOverviewRoutes(deps: OverviewDeps): readonly Route[] {
  return [route('GET /api/ram/overview', ({ caller }) => ramOverview(deps, caller.accountId))]
}
