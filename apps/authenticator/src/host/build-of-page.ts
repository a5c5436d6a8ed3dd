/** Which build of the app this page is: the version, and the digest of its files that the service worker keeps them under. */
import { version } from '../../package.json'

const PREFIX = 'app-'

export const appVersion: string = version

/** Undefined where the app is not kept for use without its server. */
export async function readBuild(): Promise<string | undefined> {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
    return names[0]?.slice(PREFIX.length)
  } catch {
    return undefined
  }
}
