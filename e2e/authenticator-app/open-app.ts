/** Opens the authenticator app, and finds what it shows by its accessible names. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { RunningServer } from '../server.ts'

export const PASSPHRASE = 'lighthouse kettle orbit'

/** The first open, without a passphrase. */
export async function openUnprotected(page: Page, server: RunningServer): Promise<void> {
  await page.goto(server.authenticator)
  await expect(page.getByRole('heading', { name: 'Protect your codes' })).toBeVisible()
  await page.getByRole('button', { name: 'Continue without a passphrase' }).click()
  await expectList(page)
}

/** The first open, with a passphrase. */
export async function openWithPassphrase(page: Page, server: RunningServer): Promise<void> {
  await page.goto(server.authenticator)
  await page.getByRole('button', { name: 'Set a passphrase' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat passphrase', { exact: true }).fill(PASSPHRASE)
  // The derivation begins at once and keeps a slow machine busy.
  await page.getByRole('button', { name: 'Seal my codes' }).click({ noWaitAfter: true })
  await expectList(page)
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

export async function expectList(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Scan QR code' })).toBeVisible({ timeout: 30_000 })
}

/** By hand, from the list; ends on the list. */
export async function addByHand(page: Page, account: string, issuer: string, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Enter key by hand' }).click()
  await page.getByLabel('Account', { exact: true }).fill(account)
  await page.getByLabel('Issuer', { exact: true }).fill(issuer)
  await page.getByLabel('Key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(accountOf(page, `${issuer}, ${account}`)).toBeVisible()
}

/** The list item of an account. */
export function accountOf(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Accounts' }).getByRole('listitem', { name, exact: true })
}

/** What stands in Code and in Next code, without the space between the groups. */
export async function codesOf(
  page: Page,
  name: string,
): Promise<{ readonly code: string; readonly next: string }> {
  const account = accountOf(page, name)
  const read = async (group: string): Promise<string> =>
    ((await account.getByRole('group', { name: group, exact: true }).textContent()) ?? '').replace(/\s/g, '')
  return { code: await read('Code'), next: await read('Next code') }
}

/** Everything that IndexedDB holds of this origin, as text: bytes as Latin-1, so that words in clear would show. */
export function dumpStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    let dump = JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })
    const say = (value: unknown): string => {
      if (value instanceof Uint8Array) return Array.from(value, (byte) => String.fromCharCode(byte)).join('')
      if (value instanceof ArrayBuffer) return say(new Uint8Array(value))
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([key, inner]) => `${key}=${say(inner)}`)
          .join(';')
      return String(value)
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
        })
        dump += `${name}/${store}: ${all.map(say).join('\n')}`
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) dump += `\n${request.url}`
    }
    return dump
  })
}
