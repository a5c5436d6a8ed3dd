/** Where the focus goes in the RAM console when what had it is no more, and at a field that is wrong. */
import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './journey.ts'
import { choosePassword, createUser, PATIENCE } from './ram.ts'
import { register } from './register.ts'
import { expectSecurityPage, givePassword } from './sign-in.ts'

const PASSWORD = 'paper boats cross the grey pond'
const LINUS = { name: 'linus', first: 'Generated password' } as const

/** Presses a button and the one of the same name in the dialogue that it opens. */
async function pressTwice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0, PATIENCE)
}

async function expectFocusOn(place: Locator): Promise<void> {
  await expect(place).toBeFocused()
  await expect(place).toBeInViewport()
}

function cardHeading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 2, name, exact: true })
}

test('what is done on the page of a user leaves the focus at its card or at the top', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const password = await createUser(page, server, outbox, LINUS)
  const heading = page.getByRole('heading', { level: 1 })
  const user = await newVisitor()
  await givePassword(user, server, { email: (await heading.textContent()) ?? '', password })
  await expect(user.getByLabel('New password', { exact: true })).toBeFocused()
  await choosePassword(user, PASSWORD)
  await expectSecurityPage(user)

  await page.reload()
  await page.getByLabel('Comment', { exact: true }).fill('Third floor')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expectFocusOn(cardHeading(page, 'Profile'))
  await pressTwice(page, 'End all sessions')
  await expect(page.getByText('Not signed in anywhere.')).toBeVisible(PATIENCE)
  await expectFocusOn(cardHeading(page, 'Sessions'))
  await pressTwice(page, 'Suspend')
  await expectFocusOn(heading)
  await pressTwice(page, 'Resume')
  await expectFocusOn(heading)

  await page.getByRole('button', { name: 'New first password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Generated password' }).check()
  await dialog.getByRole('button', { name: 'New first password' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0, PATIENCE)
  await expectFocusOn(cardHeading(page, 'The generated password'))
  // A second one is shown in the same place.
  await page.getByRole('button', { name: 'New first password' }).click()
  await dialog.getByRole('button', { name: 'New first password' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0, PATIENCE)
  await expectFocusOn(cardHeading(page, 'The generated password'))
})

test('an empty form leads to its first wrong field, and an added member back to the search', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await createUser(page, server, outbox, LINUS)
  await page.goto(`${server.origin}/ram/users/new`)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expectFocusOn(page.getByLabel('User name', { exact: true }))
  await page.goto(`${server.origin}/ram/users/import`)
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expectFocusOn(page.getByLabel('File', { exact: true }))

  await page.goto(`${server.origin}/ram/groups`)
  await page.getByRole('button', { name: 'Create group' }).click()
  await page.getByRole('dialog').getByLabel('Group name', { exact: true }).fill('night-shift')
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click()
  const search = page.getByRole('searchbox')
  await search.fill('lin')
  await page.getByRole('button', { name: 'Add linus' }).click()
  await expect(page.getByRole('link', { name: 'linus' })).toBeVisible(PATIENCE)
  await expectFocusOn(search)
})
