/** What the acts on groups stand on. */
import type { AuditStore } from '../audit/store.ts'
import type { GroupStore } from '../groups/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Random } from '../kernel/random.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { UserStore } from '../users/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'

export type GroupStores = {
  audit: AuditStore
  groups: GroupStore
  sessions: SessionStore
  users: UserStore
}

export type GroupDeps = RequireDeps & {
  random: Random
  read: RequireDeps['read'] & { groups: GroupStore; settings: SettingsStore; users: UserStore }
  atomically: Atomically<GroupStores>
}
