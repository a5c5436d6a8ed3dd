/** A user's page as who administers users needs it: where the user is signed in, what happened; and the report in any order. */
import { readFileSync } from 'node:fs'
import { expect, test } from './journey.ts'
import { choosePassword, confirmWhereAsked, createUser, PATIENCE, setAlias } from './ram.ts'
import { register } from './register.ts'
import { givePassword } from './sign-in.ts'

const PASSWORD = 'orchid lantern rides the tide'

test('an administrator sees a user’s sessions, ends one, then all, and reads it in the activity', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(180_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'harbour')
  const generated = await createUser(page, server, outbox, { name: 'mara', first: 'Generated password' })
  const address = page.url()
  const first = await newVisitor()
  await givePassword(first, server, { email: 'mara@harbour', password: generated })
  await choosePassword(first, PASSWORD)
  await expect(first.getByRole('heading', { name: 'Account security' })).toBeVisible(PATIENCE)
  const second = await newVisitor()
  await givePassword(second, server, { email: 'mara@harbour', password: PASSWORD })
  await expect(second.getByRole('heading', { name: 'Account security' })).toBeVisible(PATIENCE)

  await page.goto(address)
  const sessions = page.getByRole('region', { name: 'Sessions' })
  await expect(sessions.getByRole('button', { name: 'End', exact: true })).toHaveCount(2, PATIENCE)
  await sessions.getByRole('button', { name: 'End', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'End', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Session ended.'))
  await expect(sessions.getByRole('button', { name: 'End', exact: true })).toHaveCount(1, PATIENCE)

  await sessions.getByRole('button', { name: 'End all sessions' }).click()
  await dialog.getByRole('button', { name: 'End all sessions' }).click()
  await confirmWhereAsked(page, outbox, page.getByText('1 session ended.'))
  await expect(sessions).toContainText('Not signed in anywhere.', PATIENCE)
  for (const visitor of [first, second]) {
    await visitor.goto(`${server.origin}/security`)
    await expect(visitor.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible(PATIENCE)
  }

  const activity = page.getByRole('region', { name: 'Recent activity' })
  await expect(activity.getByText('Session ended')).toHaveCount(2, PATIENCE)
  await expect(activity.getByText('by ada@example.org').first()).toBeVisible()
  await activity.getByRole('link', { name: 'See the whole trail' }).click()
  await expect(page.getByText('Only about mara@harbour')).toBeVisible(PATIENCE)
})

test('a password reset that is required ends what was open, and the next sign-in chooses a new one', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(120_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'harbour')
  const generated = await createUser(page, server, outbox, { name: 'mara', first: 'Generated password' })
  const box = page.getByLabel('Password reset required')
  await expect(box).toBeChecked()
  await expect(box, 'a generated password is replaced anyway').toBeDisabled()
  const mara = await newVisitor()
  await givePassword(mara, server, { email: 'mara@harbour', password: generated })
  await choosePassword(mara, PASSWORD)
  await expect(mara.getByRole('heading', { name: 'Account security' })).toBeVisible(PATIENCE)

  await page.reload()
  await expect(box).not.toBeChecked(PATIENCE)
  await box.check()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Profile saved.'))
  await expect(page.getByText('Chosen by the user; must be replaced')).toBeVisible(PATIENCE)
  await mara.goto(`${server.origin}/security`)
  await expect(mara.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible(PATIENCE)
  await givePassword(mara, server, { email: 'mara@harbour', password: PASSWORD })
  await choosePassword(mara, 'the ferry leaves without a sound')
  await expect(mara.getByRole('heading', { name: 'Account security' })).toBeVisible(PATIENCE)
  await page.reload()
  await expect(box).toBeEnabled(PATIENCE)
  await expect(box).not.toBeChecked()
})

test('the report is ordered by the head of a column, and the address keeps it', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(120_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'harbour')
  await createUser(page, server, outbox, { name: 'ann', first: 'Generated password' })
  const generated = await createUser(page, server, outbox, { name: 'bob', first: 'Generated password' })
  const bob = await newVisitor()
  await givePassword(bob, server, { email: 'bob@harbour', password: generated })
  await choosePassword(bob, PASSWORD)
  await expect(bob.getByRole('heading', { name: 'Account security' })).toBeVisible(PATIENCE)
  await page.goto(`${server.origin}/ram/report`)
  const table = page.getByRole('table', { name: 'Factors of each' })
  const names = table.getByRole('rowheader')
  await expect(names).toHaveText(['ann@harbour', 'bob@harbour'], PATIENCE)
  await expect(table.getByRole('columnheader', { name: 'Sign-in name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await table.getByRole('button', { name: 'Last sign-in' }).press('Enter')
  await expect(names).toHaveText(['bob@harbour', 'ann@harbour'], PATIENCE)
  await expect(table.getByRole('columnheader', { name: 'Last sign-in' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.reload()
  await expect(names).toHaveText(['bob@harbour', 'ann@harbour'], PATIENCE)
  await table.getByRole('button', { name: 'Sign-in name' }).click()
  await expect(names).toHaveText(['ann@harbour', 'bob@harbour'], PATIENCE)
  await table.getByRole('button', { name: 'Sign-in name' }).click()
  await expect(names).toHaveText(['bob@harbour', 'ann@harbour'], PATIENCE)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const file = readFileSync(await (await saved).path(), 'utf8')
  expect(file.split('\r\n').map((line) => line.split(',')[0])).toEqual([
    'user',
    'bob@harbour',
    'ann@harbour',
    '',
  ])
})
