/** Many users at once: a file is previewed and imported, a group holds some of them and the list is filtered by it. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from './journey.ts'
import type { Outbox } from './outbox.ts'
import { confirmWhereAsked, PATIENCE } from './ram.ts'
import { register } from './register.ts'
import type { RunningServer } from './server.ts'

const FILE = [
  'user_name,display_name,email,mfa_bind_required',
  'anna,Anna Smith,anna@example.org,yes',
  'no good,,nobody@example.org,',
  'bob,,bob@example.org,no',
].join('\r\n')

/** Ends with the report. */
async function importFile(page: Page, server: RunningServer, outbox: Outbox): Promise<void> {
  await page.goto(`${server.origin}/ram/users`)
  await page.getByRole('button', { name: 'Import users' }).click()
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${FILE}`) })
  await page.getByRole('radio', { name: 'Generated password' }).check()
  await page.getByRole('button', { name: 'Preview' }).click()
  const preview = page.getByRole('table', { name: 'What would happen' })
  await expect(preview.getByRole('row', { name: /^2 anna/ })).toContainText('Will be created', PATIENCE)
  await expect(preview.getByRole('row', { name: /^3 no good/ })).toContainText('A user name has')
  await page.getByRole('button', { name: 'Import 2 users' }).click()
  await confirmWhereAsked(page, outbox, page.getByText('2 users created, 1 line refused'))
}

test('an administrator imports a file with one bad line and reads the report', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await importFile(page, server, outbox)
  const report = page.getByRole('table', { name: 'What happened' })
  const password = await report
    .getByRole('row', { name: /^2 anna/ })
    .locator('code')
    .textContent()
  expect(password).toMatch(/^[a-z2-9]{16}$/)
  await expect(report.getByRole('row', { name: /^3 no good/ })).toContainText('A user name has')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download report' }).click()
  const file = readFileSync(await (await downloading).path(), 'utf8')
  expect(file).toContain(`2,anna,created,,${password}`)
  expect(file).toMatch(/3,no good,refused,/)
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(page.getByRole('link', { name: 'anna' })).toBeVisible(PATIENCE)
  await page.goto(`${server.origin}/ram/users/import`)
  await expect(page.getByText(password ?? '')).toHaveCount(0)
})

test('a group is made, a member added, the users filtered by it, the member removed', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await importFile(page, server, outbox)
  await page.getByRole('link', { name: 'Groups', exact: true }).click()
  const leaving = page.getByRole('dialog', { name: 'Leave without the passwords?' })
  await leaving.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByText('There is no group yet')).toBeVisible(PATIENCE)
  await page.getByRole('button', { name: 'Create group' }).click()
  const dialog = page.getByRole('dialog', { name: 'New group' })
  await dialog.getByLabel('Group name', { exact: true }).fill('night-shift')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByRole('heading', { level: 1, name: 'night-shift' }))
  await expect(page.getByText('Nobody is in this group')).toBeVisible(PATIENCE)
  await page.getByLabel('Search users', { exact: true }).fill('an')
  await page.getByRole('button', { name: 'Add anna' }).click()
  const members = page.getByRole('table', { name: 'Members of the group' })
  await expect(members.getByRole('link', { name: 'anna' })).toBeVisible(PATIENCE)

  await page.goto(`${server.origin}/ram/users`)
  await expect(page.getByRole('link', { name: 'bob' })).toBeVisible(PATIENCE)
  await page.getByLabel('Group', { exact: true }).selectOption({ label: 'night-shift' })
  await expect(page.getByRole('link', { name: 'bob' })).toHaveCount(0, PATIENCE)
  await page.getByRole('link', { name: 'anna' }).click()
  await page.getByRole('region', { name: 'Groups' }).getByRole('link', { name: 'night-shift' }).click()
  await members.getByRole('button', { name: 'Remove anna' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('Nobody is in this group')).toBeVisible(PATIENCE)
})
