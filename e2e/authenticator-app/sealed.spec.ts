/** What lies in the browser is sealed, and opens by what the user chose. */
import { authenticator } from '../authenticator.ts'
import { expect, type Page, test } from '../journey.ts'
import {
  accountOf,
  addByHand,
  codesOf,
  dumpStorage,
  expectList,
  openUnprotected,
  openWithPassphrase,
  unlock,
} from './open-app.ts'

const KEY = 'hxdm vjec jjws rb3h wizr 4ifu gftm xboz'
const SECRETS = /HXDMVJECJJWSRB3H|john@example|ACME Co/i
/** A moment at which the codes are known. */
const HELD = new Date('2026-11-24T12:00:10Z')

test('a typed key gives the code of an independent generator, and nothing of it lies in clear', async ({
  page,
  server,
}) => {
  await page.clock.setFixedTime(HELD)
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  const device = authenticator({ secret: KEY.replaceAll(' ', '').toUpperCase() })
  const { code, next } = await codesOf(page, 'ACME Co, john@example.com')
  expect([code, next]).toEqual([device.at(HELD), device.at(new Date(HELD.getTime() + 30_000))])
  const dump = await dumpStorage(page)
  expect(dump).toContain('sallyport-vault')
  expect(dump).not.toMatch(SECRETS)
})

test('the passphrase opens, another does not, and a lock in one page locks the other', async ({
  page,
  server,
}) => {
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  const second = await page.context().newPage()
  await second.goto(server.authenticator)
  await expect(second.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await unlock(second, 'another passphrase')
  await expect(second.getByText(/does not open the codes/)).toBeVisible({ timeout: 30_000 })
  await unlock(second)
  await expect(accountOf(second, 'ACME Co, john@example.com')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await expect(second.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await expect(second.getByText('ACME Co')).toHaveCount(0)
})

test('two pages add at once, and neither loses what the other wrote', async ({ page, server }) => {
  await openUnprotected(page, server)
  const second = await page.context().newPage()
  await second.goto(server.authenticator)
  await expectList(second)
  await Promise.all([
    addByHand(page, 'one@example.com', 'One', KEY),
    addByHand(second, 'two@example.com', 'Two', KEY),
  ])
  for (const tab of [page, second]) {
    await expect(accountOf(tab, 'One, one@example.com')).toBeVisible()
    await expect(accountOf(tab, 'Two, two@example.com')).toBeVisible()
  }
})

test('a page that nobody touches locks itself, and one in use goes on', async ({ page, server }) => {
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  const second = await page.context().newPage()
  await second.goto(server.authenticator)
  await unlock(second)
  await expect(accountOf(second, 'ACME Co, john@example.com')).toBeVisible({ timeout: 30_000 })
  // Six minutes go by in one of them alone; it is looked at every five seconds.
  await page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 6 * 60_000
  })
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible({ timeout: 20_000 })
  await expect(accountOf(second, 'ACME Co, john@example.com')).toBeVisible()
})

test('that a code was copied is on disk once the page was left', async ({ page, server }) => {
  await openUnprotected(page, server)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  await page.getByRole('button', { name: 'Copy code for ACME Co, john@example.com' }).click()
  await expect(page.getByText('Code for ACME Co, john@example.com copied')).toBeVisible()
  const generation = async (): Promise<number> =>
    Math.max(
      ...Array.from((await dumpStorage(page)).matchAll(/generation=(\d+)/g), ([, found]) => Number(found)),
    )
  const before = await generation()
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect.poll(generation).toBe(before + 1)
  await page.reload()
  await page.getByRole('button', { name: 'More for ACME Co, john@example.com' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(page.getByText('once')).toBeVisible()
})

test('a passkey opens the codes, with a recovery key beside it', async ({ page, server }) => {
  await virtualPasskeys(page, true)
  await page.goto(server.authenticator)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery key' })).toBeVisible()
  const key = ((await page.getByRole('group', { name: 'Recovery key' }).textContent()) ?? '').trim()
  expect(key).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeDisabled()
  await page.getByLabel('I have saved my recovery key').check()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expectList(page)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  expect(await dumpStorage(page)).not.toMatch(SECRETS)

  await page.reload()
  await page.getByRole('button', { name: 'Unlock with a passkey' }).click()
  await expect(accountOf(page, 'ACME Co, john@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByLabel('Recovery key', { exact: true }).fill(key.toLowerCase())
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(accountOf(page, 'ACME Co, john@example.com')).toBeVisible()
})

test('a passkey that cannot open a vault says so, and a passphrase still can', async ({ page, server }) => {
  await virtualPasskeys(page, false)
  await page.goto(server.authenticator)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText(/cannot open a vault/)).toBeVisible()
  await openWithPassphrase(page, server)
})

/** Chromium's virtual authenticator; PRF needs a host name, which localhost is. */
async function virtualPasskeys(page: Page, hasPrf: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
      automaticPresenceSimulation: true,
    },
  })
}
