/** Every page of RAM users and their console, as `judgePage` wants it. */
import { expect, test } from './journey.ts'
import { judgePage } from './judge.ts'
import {
  choosePassword,
  confirmWhereAsked,
  createUser,
  enforce,
  invitationLink,
  PATIENCE,
  previewEveryone,
  setAlias,
} from './ram.ts'
import { register } from './register.ts'
import { givePassword } from './sign-in.ts'

const PATHS = ['', '/users', '/users/new', '/users/import', '/groups', '/settings', '/report', '/audit']

/** As the administrator and as two users whom it lets in. */
test('no RAM page has a serious finding in light, dark or high contrast, and each fits a phone', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(400_000)
  const visitor = await newVisitor()
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'a-rather-long-alias-of-32-letter')
  await createUser(page, server, outbox, {
    name: 'wilhelmina.of.the.long-name',
    email: 'wilhelmina@example.org',
    first: 'Invitation by email',
  })
  await judgePage(page)
  const generated = await createUser(page, server, outbox, { name: 'otto', first: 'Generated password' })
  await judgePage(page)
  for (const path of PATHS) {
    await page.goto(`${server.origin}/ram${path}`)
    await judgePage(page)
  }
  await page.goto(`${server.origin}/ram/groups`)
  await page.getByRole('button', { name: 'Create group' }).click()
  await page.getByLabel('Group name', { exact: true }).fill('those-who-keep-the-harbour-lights-burning')
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Nobody is in this group'))
  await page.getByLabel('Search users', { exact: true }).fill('wil')
  await page.getByRole('button', { name: /^Add wilhelmina/ }).click()
  await expect(page.getByRole('table', { name: 'Members of the group' })).toBeVisible(PATIENCE)
  await judgePage(page)
  await page.goto(`${server.origin}/ram/users/import`)
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('user_name,email\notto,o@example.org\nivo,ivo@example.org'),
  })
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('button', { name: 'Import 1 user' })).toBeVisible(PATIENCE)
  await judgePage(page)
  await previewEveryone(page, server, 7)
  await judgePage(page, 'Security settings')
  await enforce(page, outbox)

  await visitor.goto(await invitationLink(outbox, 'wilhelmina@example.org'))
  await expect(visitor.getByLabel('New password', { exact: true })).toBeVisible(PATIENCE)
  await judgePage(visitor, 'Welcome')
  await visitor.goto(`${server.origin}/sign-in`)
  await visitor.goto(`${server.origin}/invitation#token=none`)
  await expect(visitor.getByText(/has expired or was used already/)).toBeVisible(PATIENCE)
  await judgePage(visitor, 'This invitation no longer works')
  await expect(visitor.getByRole('link', { name: 'Go to sign-in' })).toHaveAttribute('href', '/sign-in')
  const otto = { email: 'otto@a-rather-long-alias-of-32-letter', password: generated }
  await givePassword(visitor, server, otto)
  await expect(visitor.getByRole('heading', { name: 'Choose a new password' })).toBeVisible(PATIENCE)
  await judgePage(visitor, 'Choose a new password')
  await choosePassword(visitor, 'the ferry leaves without a sound')
  await expect(visitor.getByRole('button', { name: 'Later', exact: true })).toBeVisible(PATIENCE)
  await judgePage(visitor)
  for (const path of ['/users', '/report', '/audit', '/nowhere']) {
    await page.goto(`${server.origin}/ram${path}`)
    await judgePage(page)
  }
})
