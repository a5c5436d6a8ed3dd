/** The floors of the server: imports go only down, and no two folders of one floor know each other. */
import { importsOf } from './imports-of.ts'
import type { Breach, SourceFile } from './source-file.ts'

export const SERVER = 'apps/server/src/'

/** From the top to the ground; what stands in one row may not import its neighbours. */
export const FLOORS: readonly (readonly string[])[] = [
  ['main.ts'],
  ['cli'],
  [
    'app.ts',
    'callers.ts',
    'configuration.ts',
    'permits.ts',
    'read-gateways.ts',
    'read-values.ts',
    'serve.ts',
    'site.ts',
    'read-places.ts',
    'stores.ts',
    'sweep.ts',
    'variables.ts',
    'watch.ts',
    'world.ts',
  ],
  ['ram-groups'],
  [
    'sign-in',
    'registration',
    'binding',
    'account-security',
    'ram-users',
    'ram-settings',
    'ram-overview',
    'ram-report',
    'not-me',
  ],
  ['verification'],
  ['proofs'],
  ['access', 'passwords', 'standing'],
  [
    'accounts',
    'users',
    'groups',
    'settings',
    'invitations',
    'bypass-codes',
    'totp',
    'recovery-codes',
    'security-questions',
    'codes',
    'sessions',
    'devices',
    'usual-sign-ins',
    'not-me-links',
  ],
  ['health'],
  ['audit', 'throttle', 'notify', 'places'],
  ['crypto'],
  ['db', 'http'],
  ['kernel'],
]

/** The files of this row put the server together and may know each other; circles are refused elsewhere. */
const ASSEMBLY = 2

/** The pages are built before the first answer, by what `npm run build` runs. */
export const BUILDER = 'tools/build.ts'

/** For tests only: it stands beside the floors. */
const TEST_KIT = 'testing'

/** Finds imports that go up or sideways, and folders that stand on no floor. */
export function floorBreaches(files: readonly SourceFile[]): readonly Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    if (!file.path.startsWith(SERVER) || isTest(file.path)) continue
    const room = roomOf(file.path)
    if (room === TEST_KIT) continue
    const floor = floorOf(room)
    if (floor === undefined) {
      breaches.push({ path: file.path, rule: `${room} stands on no floor; give it one in tools/floors.ts` })
      continue
    }
    for (const { name, path } of importsOf(file)) {
      if (path === undefined) continue
      if (path === BUILDER && room === 'serve.ts') continue
      if (!path.startsWith(SERVER)) {
        breaches.push({ path: file.path, rule: `imports ${name}, which is not in the server` })
        continue
      }
      const target = roomOf(path)
      if (target === TEST_KIT) {
        breaches.push({ path: file.path, rule: `imports ${name}; only tests use the test kit` })
        continue
      }
      const targetFloor = floorOf(target)
      if (targetFloor === undefined || target === room) continue
      if (targetFloor < floor) breaches.push({ path: file.path, rule: `imports ${name}, which goes up` })
      if (targetFloor === floor && floor !== ASSEMBLY)
        breaches.push({ path: file.path, rule: `imports ${name}, which goes sideways` })
    }
  }
  return breaches
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** The folder of the server that a path lies in, or the file itself where it lies in none. */
export function roomOf(path: string): string {
  const inside = path.slice(SERVER.length)
  return inside.split('/')[0] ?? inside
}

function floorOf(room: string): number | undefined {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room))
  return floor === -1 ? undefined : floor
}
