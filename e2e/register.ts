/** Creates a main account through the pages, as the owner of a fresh server does. */
import { expect, type Page } from '@playwright/test'
import type { Outbox } from './outbox.ts'
import type { RunningServer } from './server.ts'

export type Owner = { readonly email: string; readonly password: string }

export const OWNER: Owner = { email: 'ada@example.org', password: 'violet harbour sings at dawn' }

/** Ends on the security page, signed in. The first account uses the link from the terminal. */
export async function register(
  page: Page,
  server: RunningServer,
  outbox: Outbox,
  owner: Owner = OWNER,
): Promise<void> {
  await page.goto(server.firstAccount() ?? `${server.origin}/register`)
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible()
  await page.getByLabel('Email', { exact: true }).fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Email code', { exact: true }).fill(await outbox.nextCode(owner.email))
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible()
}
