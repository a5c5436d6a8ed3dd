/** The page of the link "It wasn't me" in a mail about a sign-in. */
import { expect, type Page } from '@playwright/test'
import type { Outbox } from './outbox.ts'

/** Of the newest mail about a sign-in to an address. */
export async function notMeLink(outbox: Outbox, to: string): Promise<string> {
  let link = ''
  await expect
    .poll(async () => {
      const mails = (await outbox.all()).filter((message) => message.to === to)
      const texts = mails.map(({ text }) => /https?:\/\/\S+/.exec(text)?.[0] ?? '')
      link = texts.findLast((url) => url.includes('/not-me#')) ?? ''
      return link
    })
    .not.toBe('')
  return link
}

/** Opens the link and presses the button; ends where the new password is asked for. */
export async function endAccess(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await expect(page.getByRole('heading', { name: "It wasn't me" })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByRole('button', { name: 'End access', exact: true }).click()
  await expect(page.getByLabel('New password', { exact: true })).toBeVisible()
}

export async function chooseAnew(page: Page, newPassword: string, oldPassword: string): Promise<void> {
  await page.getByLabel('Old password', { exact: true }).fill(oldPassword)
  await page.getByLabel('New password', { exact: true }).fill(newPassword)
  await page.getByLabel('Repeat password', { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: 'Set password', exact: true }).click()
}
