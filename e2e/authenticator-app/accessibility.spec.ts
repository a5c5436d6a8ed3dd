/** Every view, as `judgePage` wants it; and a phone of 320 px with large text shows all of it. */
import { expect, type Page, test } from '../journey.ts'
import { expectFit, judgePage } from '../judge.ts'
import type { RunningServer } from '../server.ts'
import { addByHand, expectList } from './open-app.ts'

/** From view to view, each looked at by `judge`. */
async function walk(page: Page, server: RunningServer, judge: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(server.authenticator)
  await expect(page.getByRole('heading', { name: 'Protect your codes' })).toBeVisible()
  await judge(page)
  await page.getByRole('button', { name: 'Continue without a passphrase' }).click()
  await expectList(page)
  await judge(page)
  await addByHand(
    page,
    'a-rather-long-name.of-somebody@department.example.com',
    'Example Bank of the North',
    'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
  )
  await addByHand(page, 'octocat', 'GitHub', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')
  await judge(page)
  for (const name of ['Scan QR code', 'Enter key by hand', 'Import']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await judge(page)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
  }
  for (const name of ['Settings', 'Export']) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await judge(page)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
  }
  await page.getByRole('button', { name: 'More for GitHub, octocat' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await judge(page)
}

test('no view has a serious finding in light, dark or high contrast, and each fits a phone', async ({
  page,
  server,
}) => {
  await walk(page, server, judgePage)
})

test('at 320 px with text of twice the size nothing is wider than the screen', async ({ page, server }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%'
    })
  })
  await walk(page, server, () => expectFit(page, 320))
})

test('an account is added, its code copied and the app locked by the keyboard alone', async ({
  page,
  server,
}) => {
  await page.goto(server.authenticator)
  await page.getByRole('button', { name: 'Continue without a passphrase' }).focus()
  await page.keyboard.press('Enter')
  await expectList(page)
  await tabTo(page, 'Enter key by hand')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Account', { exact: true })).toBeVisible()
  await page.getByLabel('Account', { exact: true }).focus()
  await page.keyboard.type('octocat')
  await page.keyboard.press('Tab')
  await page.keyboard.type('GitHub')
  await page.keyboard.press('Tab')
  await page.keyboard.type('jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem', { name: 'GitHub, octocat', exact: true })).toBeVisible()
  await tabTo(page, 'Copy code for GitHub, octocat')
  await tabTo(page, 'Lock')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
})

/** Presses Tab until the button of this name has focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim(),
    )
    if (focused === name) return
  }
  throw new Error(`${name} is not reached by Tab`)
}
