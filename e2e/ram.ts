/** What an administrator of the account does in the RAM console, through its pages. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Outbox } from './outbox.ts'
import { OWNER } from './register.ts'
import type { RunningServer } from './server.ts'

export type NewUser = {
  readonly name: string
  readonly email?: string
  readonly first: 'Invitation by email' | 'Generated password'
  readonly mark?: boolean
}

/** The machine may be busy: pages that hash passwords take their time. */
export const PATIENCE = { timeout: 30_000 }

/** Waits for what an act leads to, and proves by a mail's code where **Confirm it is you** comes first. */
export async function confirmWhereAsked(page: Page, outbox: Outbox, outcome: Locator): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' })
  await expect(dialog.or(outcome).first()).toBeVisible(PATIENCE)
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Send code' }).click()
    await dialog.getByLabel('Verification code', { exact: true }).fill(await outbox.nextCode(OWNER.email))
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click()
  }
  await expect(outcome.first()).toBeVisible(PATIENCE)
}

/** Users then sign in as `name@alias`. */
export async function setAlias(
  page: Page,
  server: RunningServer,
  outbox: Outbox,
  alias: string,
): Promise<void> {
  await page.goto(`${server.origin}/ram/settings`)
  await page.getByLabel('Account alias', { exact: true }).fill(alias)
  await page.getByRole('button', { name: 'Save alias' }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Alias saved.'))
}

/** Ends on the user's page; the generated password, or nothing where an invitation went out. */
export async function createUser(
  page: Page,
  server: RunningServer,
  outbox: Outbox,
  user: NewUser,
): Promise<string> {
  await page.goto(`${server.origin}/ram/users`)
  await page.getByRole('link', { name: 'Create user' }).or(createButton(page)).first().click()
  await page.getByLabel('User name', { exact: true }).fill(user.name)
  if (user.email !== undefined) await page.getByLabel('Email', { exact: true }).fill(user.email)
  await page
    .getByRole('radiogroup', { name: 'First password' })
    .getByRole('radio', { name: user.first })
    .check()
  if (user.mark === true) await page.getByLabel('MFA bind required').check()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByRole('heading', { level: 1, name: `${user.name}@` }))
  if (user.first === 'Invitation by email') return ''
  const shown = page.getByRole('region', { name: 'The generated password' }).locator('code')
  return (await shown.textContent()) ?? ''
}

function createButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Create user' })
}

/** Chooses who must have MFA and looks at what that would do; the region **Dry run**. */
export async function previewEveryone(
  page: Page,
  server: RunningServer,
  graceDays: number,
): Promise<Locator> {
  await page.goto(`${server.origin}/ram/settings`)
  await page
    .getByRole('radiogroup', { name: 'Who must have MFA' })
    .getByRole('radio', { name: 'Everyone' })
    .check()
  await page.getByLabel('Days of grace', { exact: true }).fill(String(graceDays))
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  const run = page.getByRole('region', { name: 'Dry run' })
  await expect(run).toBeVisible(PATIENCE)
  return run
}

/** Enforces what the preview shows. */
export async function enforce(page: Page, outbox: Outbox): Promise<void> {
  await page.getByRole('button', { name: 'Enforce', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Settings enforced.'))
}

/** Replaces the generated password; ends wherever that leads. */
export async function choosePassword(page: Page, password: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible(PATIENCE)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Repeat password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
}

/** The link of the invitation that went to an address. */
export async function invitationLink(outbox: Outbox, address: string): Promise<string> {
  const { text } = await outbox.next(address)
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}

/** Goes to a page of one's own and is led to the wizard, since nothing else opens. */
export async function expectOnlyWizard(page: Page, server: RunningServer, heading: string): Promise<void> {
  for (const path of ['/security/sessions', '/security']) {
    await page.goto(`${server.origin}${path}`)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible(PATIENCE)
    await expect(page.getByText('Your account requires virtual MFA')).toBeVisible(PATIENCE)
    await expect(page.getByRole('button', { name: 'Later', exact: true })).toHaveCount(0)
  }
}
