/** The server is gone: the app starts, opens, shows codes, takes accounts and backs up all the same. */
import { authenticator } from '../authenticator.ts'
import { expect, test } from '../journey.ts'
import { accountOf, addByHand, codesOf, openWithPassphrase, unlock } from './open-app.ts'

const KEY = 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ'

test.use({ permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true })

test('with the server killed everything goes on', async ({ page, server }) => {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).origin))
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await server.kill()
  await page.context().setOffline(true)

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await unlock(page)
  await expect(accountOf(page, 'ACME Co, john@example.com')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Copy code for ACME Co, john@example.com' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const { code } = await codesOf(page, 'ACME Co, john@example.com')
  expect([code, authenticator({ secret: KEY }).at(new Date(Date.now() - 30_000))]).toContain(copied)

  await addByHand(page, 'jane@example.com', 'Bank', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up now' }).click()
  expect((await saving).suggestedFilename()).toMatch(/sallyport/i)
  expect(new Set(asked)).toEqual(new Set([server.authenticator]))
})
