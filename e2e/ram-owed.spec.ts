/** Who must set MFA up is never led in a circle, and a role is offered only what it may do. */
import { expect, type Page, test } from './journey.ts'
import type { Outbox } from './outbox.ts'
import { choosePassword, createUser, enforce, PATIENCE, previewEveryone, setAlias } from './ram.ts'
import { register } from './register.ts'
import type { RunningServer } from './server.ts'
import { expectSecurityPage, givePassword } from './sign-in.ts'

const PASSWORD = 'paper boats cross the grey pond'
const generated = { first: 'Generated password' } as const

/** Signs a new user in, who then has a password of their own. */
async function arrive(visitor: Page, server: RunningServer, name: string, password: string): Promise<void> {
  await givePassword(visitor, server, { email: `${name}@acme`, password })
  await choosePassword(visitor, PASSWORD)
  await expectSecurityPage(visitor)
}

async function giveRole(page: Page, role: string): Promise<void> {
  await page.getByLabel('Role', { exact: true }).selectOption(role)
  await page.getByRole('button', { name: 'Give role' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give role' }).click()
  await expect(page.getByText('Role given.')).toBeVisible(PATIENCE)
}

async function begin(page: Page, server: RunningServer, outbox: Outbox): Promise<void> {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'acme')
}

test('without email and phone the wizard says whom to ask, and goes on once there is an address', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await begin(page, server, outbox)
  const password = await createUser(page, server, outbox, { name: 'noah', ...generated })
  const noahsPage = page.url()
  const noah = await newVisitor()
  await arrive(noah, server, 'noah', password)
  await noah.goto(`${server.origin}/security/phone`)
  await expect(noah.getByText(/Set up virtual MFA first/)).toBeVisible(PATIENCE)

  await previewEveryone(page, server, 0)
  await enforce(page, outbox)
  await noah.goto(`${server.origin}/security`)
  await expect(noah.getByText('Ask your administrator', { exact: true })).toBeVisible(PATIENCE)
  await expect(noah.getByRole('button', { name: 'Sign out', exact: true })).toHaveCount(1)
  await expect(noah.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)
  await noah.setViewportSize({ width: 390, height: 844 })
  await expect(noah.getByRole('button', { name: 'Sign out', exact: true })).toHaveCount(1)

  await page.goto(`${server.origin}/ram/report`)
  await expect(page.getByRole('row', { name: /noah@acme/ }).getByText('Cannot set up')).toBeVisible(PATIENCE)
  await page.goto(noahsPage)
  await page.getByLabel('Email', { exact: true }).fill('noah@example.org')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Profile saved.')).toBeVisible(PATIENCE)
  await noah.getByRole('button', { name: 'Look again' }).click()
  await expect(noah.getByRole('radio', { name: 'Email' })).toBeVisible(PATIENCE)
  await expect(noah.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)

  await page.getByLabel('Email', { exact: true }).fill('other@example.org')
  await expect(page.getByText('Saving signs this user out everywhere.')).toBeVisible()
})

test('helpdesk is offered what it may do, and after Later is told by when', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await begin(page, server, outbox)
  await createUser(page, server, outbox, { name: 'noah', ...generated })
  await expect(page.getByRole('button', { name: 'Reset MFA' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bypass code' })).toHaveCount(0)
  const noahsPage = page.url()
  const email = 'helga@example.org'
  const password = await createUser(page, server, outbox, { name: 'helga', email, ...generated })
  await giveRole(page, 'helpdesk')

  const helga = await newVisitor()
  await arrive(helga, server, 'helga', password)
  await helga.getByRole('link', { name: 'RAM console' }).click()
  const places = helga.getByRole('navigation', { name: 'RAM console' }).getByRole('link')
  await expect(places).toHaveText(['Overview', 'Users', 'Groups'])
  await expect(helga.getByText('Require MFA of everyone')).toBeVisible(PATIENCE)
  await expect(helga.getByRole('link', { name: 'Require MFA of everyone' })).toHaveCount(0)
  await helga.goto(`${server.origin}/ram/users`)
  await expect(helga.getByRole('link', { name: 'noah' })).toBeVisible(PATIENCE)
  await expect(helga.getByRole('button', { name: 'Create user' })).toHaveCount(0)
  for (const path of ['users/new', 'users/import', 'settings', 'report', 'audit']) {
    await helga.goto(`${server.origin}/ram/${path}`)
    await expect(helga.getByRole('heading', { name: 'Your role does not open this page' })).toBeVisible(
      PATIENCE,
    )
  }
  await helga.getByRole('link', { name: 'Go to the overview' }).click()
  await expect(helga).toHaveURL(/\/ram$/)
  await helga.goto(noahsPage)
  await expect(helga.getByRole('main').getByRole('button')).toHaveText(['Reset MFA'])
  await helga.goto(`${server.origin}/ram/nowhere`)
  await helga.getByRole('link', { name: 'Go to the overview' }).click()
  await expect(helga.getByRole('heading', { name: 'Overview' })).toBeVisible(PATIENCE)

  await previewEveryone(page, server, 7)
  await enforce(page, outbox)
  await helga.goto(`${server.origin}/security`)
  await expect(helga.getByRole('heading', { name: 'Verify your identity' })).toBeVisible(PATIENCE)
  await expect(helga.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)
  const said = await helga.getByText('Your account requires virtual MFA from').innerText()
  expect(said).toMatch(/\d{4}, \d\d:\d\d on\.$/)
  await helga.getByRole('button', { name: 'Later', exact: true }).click()
  await expectSecurityPage(helga)
  await expect(helga.getByText(said)).toBeVisible(PATIENCE)
  await helga.getByRole('button', { name: 'Set it up now' }).click()
  await helga.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expectSecurityPage(helga)
})
