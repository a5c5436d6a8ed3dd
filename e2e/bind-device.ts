/** Binds a virtual MFA device through the wizard, from the security page to its end. */
import { expect, type Page } from '@playwright/test'
import { type Authenticator, authenticator, authenticatorFromUri } from './authenticator.ts'
import type { Outbox } from './outbox.ts'
import { readQr } from './read-qr.ts'
import { OWNER } from './register.ts'

export type Bound = { readonly device: Authenticator; readonly recoveryCodes: readonly string[] }

/** From the security page to the wizard's first step. */
export async function openWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up virtual MFA' }).click()
  await expect(page.getByRole('heading', { name: 'Verify your identity' })).toBeVisible()
}

/** The first step by a code to the email address or the phone. */
export async function verifyByCode(
  page: Page,
  outbox: Outbox,
  method: 'Email' | 'Phone',
  address: string,
): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Method' }).getByRole('radio', { name: method }).check()
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('Verification code', { exact: true }).fill(await outbox.nextCode(address))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
}

/** What an authenticator app would read from the screen. */
export async function scanQr(page: Page): Promise<Authenticator> {
  await expect(page.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  const picture = page.getByRole('img', { name: 'QR code' })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toBeVisible()
  return authenticatorFromUri(await readQr(page))
}

/** What somebody would type from the screen who cannot scan. */
export async function readKey(page: Page): Promise<Authenticator> {
  await expect(page.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  await page.getByRole('button', { name: 'Enter the key by hand' }).click()
  const shown = page.getByLabel('Key', { exact: true })
  await expect(shown).toHaveText(/^([A-Z2-7]{4}\s?)+[A-Z2-7]*$/)
  return authenticator({ secret: (await shown.textContent()) ?? '' })
}

/** Types the pair and the name, and presses Enable. */
export async function enable(page: Page, pair: readonly [string, string], name: string): Promise<void> {
  await page.getByLabel('Device name', { exact: true }).fill(name)
  await page.getByLabel('First code', { exact: true }).fill(pair[0])
  await page.getByLabel('Second code', { exact: true }).fill(pair[1])
  await page.getByRole('button', { name: 'Enable', exact: true }).click()
}

/** The last step: keeps the recovery codes and goes on to the security page. */
export async function finishWizard(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { name: 'Virtual MFA is on' })).toBeVisible()
  const text = (await page.getByRole('main').innerText()).toUpperCase()
  const recoveryCodes = text.match(/\d\d(-[0-9A-Z]{4}){4}/g) ?? []
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeDisabled()
  await page.getByLabel('I have saved my recovery codes').check()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible()
  return recoveryCodes
}

/** All of it, by email and by the typed key. */
export async function bindDevice(page: Page, outbox: Outbox, name = 'Pocket phone'): Promise<Bound> {
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const device = await readKey(page)
  await enable(page, device.pair(), name)
  return { device, recoveryCodes: await finishWizard(page) }
}
