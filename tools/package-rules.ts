/** What packages and apps may import from each other: only what their package.json names, and never an app. */
import { BUILDER, isTest } from './floors.ts'
import { type Import, importsOf } from './imports-of.ts'
import type { Breach, SourceFile } from './source-file.ts'

/** Folder of a workspace, such as `packages/otp`, and the names that its package.json lists as dependencies. */
export type Workspaces = Readonly<Record<string, readonly string[]>>

/** Packages of the ground floor: they run in servers and browsers alike. */
const GROUND: ReadonlySet<string> = new Set(['packages/otp', 'packages/contract'])

/** Finds imports that leave their workspace by another way than a declared dependency. */
export function packageBreaches(files: readonly SourceFile[], workspaces: Workspaces): readonly Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    const home = /^(?:packages|apps)\/[^/]+/.exec(file.path)?.[0]
    const declared = home === undefined ? undefined : workspaces[home]
    if (home === undefined || declared === undefined || isTest(file.path)) continue
    if (file.path.endsWith('.config.ts')) continue
    if (file.path.includes('/testing/')) continue
    for (const one of importsOf(file)) {
      const rule = ruleFor(home, declared, one)
      if (rule !== undefined) breaches.push({ path: file.path, rule: `imports ${one.name}: ${rule}` })
    }
  }
  return breaches
}

function ruleFor(home: string, declared: readonly string[], one: Import): string | undefined {
  if (one.path !== undefined)
    return one.path.startsWith(`${home}/`) || (one.path === BUILDER && home === 'apps/server')
      ? undefined
      : 'another workspace is reached by its package name'
  if (one.name.startsWith('node:'))
    return home === 'apps/server' || one.typeOnly ? undefined : 'only the server runs on Node'
  const name = one.name
    .split('/')
    .slice(0, one.name.startsWith('@') ? 2 : 1)
    .join('/')
  if (/^@sallyport\/(server|console|authenticator)$/.test(name)) return 'an app is run, never imported'
  if (home === 'packages/otp') return 'one-time codes need no package'
  if (GROUND.has(home) && name !== 'typebox') return 'the ground floor imports TypeBox at most'
  if (!declared.includes(name)) return 'it is not among the dependencies of this workspace'
  if (home === 'apps/console' && one.name === '@sallyport/contract' && !one.typeOnly)
    return 'pages take types from it, or they carry the schemas; texts come from /refusals, roles from /permissions'
  return undefined
}
