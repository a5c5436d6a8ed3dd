/** The two steps of signing in, and signing out, through the pages. */
import { expect, type Page } from '@playwright/test'
import { OWNER, type Owner } from './register.ts'
import type { RunningServer } from './server.ts'

/** Types account name and password; ends wherever they lead. */
export async function givePassword(page: Page, server: RunningServer, owner: Owner = OWNER): Promise<void> {
  await page.goto(`${server.origin}/sign-in`)
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await page.getByLabel('Account name', { exact: true }).fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Types the code of the second step; ends wherever it leads. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await page.getByLabel('Verification code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
}

export async function expectSecurityPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
}
