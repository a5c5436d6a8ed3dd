/** Every page of RAM users and their console: axe finds nothing serious in light and dark, and all fit a phone. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from './journey.ts'
import type { Outbox } from './outbox.ts'
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
import type { RunningServer } from './server.ts'
import { givePassword } from './sign-in.ts'

type Judge = (page: Page, heading?: string) => Promise<void>

const PATHS = ['', '/users', '/users/new', '/users/import', '/groups', '/settings', '/report', '/audit']

for (const colorScheme of ['light', 'dark'] as const)
  test(`no serious finding on any RAM page, ${colorScheme}`, async ({ page, server, outbox, newVisitor }) => {
    test.setTimeout(400_000)
    const media = { colorScheme, reducedMotion: 'reduce' } as const
    await page.emulateMedia(media)
    const visitor = await newVisitor()
    await visitor.emulateMedia(media)
    await everyPage(page, visitor, server, outbox, judge)
  })

test.describe('on a phone', () => {
  const viewport = { width: 390, height: 844 }
  test.use({ viewport })
  test('every RAM page fits', async ({ page, server, outbox, newVisitor }) => {
    test.setTimeout(300_000)
    const visitor = await newVisitor()
    await visitor.setViewportSize(viewport)
    await everyPage(page, visitor, server, outbox, expectFit)
  })
})

/** As the administrator and as two users whom it lets in. */
async function everyPage(
  page: Page,
  visitor: Page,
  server: RunningServer,
  outbox: Outbox,
  look: Judge,
): Promise<void> {
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'a-rather-long-alias-of-32-letter')
  await createUser(page, server, outbox, {
    name: 'wilhelmina.of.the.long-name',
    email: 'wilhelmina@example.org',
    first: 'Invitation by email',
  })
  await look(page)
  const generated = await createUser(page, server, outbox, { name: 'otto', first: 'Generated password' })
  await look(page)
  for (const path of PATHS) {
    await page.goto(`${server.origin}/ram${path}`)
    await look(page)
  }
  await page.goto(`${server.origin}/ram/groups`)
  await page.getByRole('button', { name: 'Create group' }).click()
  await page.getByLabel('Group name', { exact: true }).fill('those-who-keep-the-harbour-lights-burning')
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Nobody is in this group'))
  await page.getByLabel('Search users', { exact: true }).fill('wil')
  await page.getByRole('button', { name: /^Add wilhelmina/ }).click()
  await expect(page.getByRole('table', { name: 'Members of the group' })).toBeVisible(PATIENCE)
  await look(page)
  await page.goto(`${server.origin}/ram/users/import`)
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('user_name,email\notto,o@example.org\nivo,ivo@example.org'),
  })
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('button', { name: 'Import 1 user' })).toBeVisible(PATIENCE)
  await look(page)
  await previewEveryone(page, server, 7)
  await look(page, 'Security settings')
  await enforce(page, outbox)

  await visitor.goto(await invitationLink(outbox, 'wilhelmina@example.org'))
  await expect(visitor.getByLabel('New password', { exact: true })).toBeVisible(PATIENCE)
  await look(visitor, 'Welcome')
  await visitor.goto(`${server.origin}/sign-in`)
  await visitor.goto(`${server.origin}/invitation#token=none`)
  await expect(visitor.getByText(/has expired or was used already/)).toBeVisible(PATIENCE)
  await look(visitor, 'This invitation no longer works')
  await expect(visitor.getByRole('link', { name: 'Go to sign-in' })).toHaveAttribute('href', '/sign-in')
  const otto = { email: 'otto@a-rather-long-alias-of-32-letter', password: generated }
  await givePassword(visitor, server, otto)
  await expect(visitor.getByRole('heading', { name: 'Choose a new password' })).toBeVisible(PATIENCE)
  await look(visitor, 'Choose a new password')
  await choosePassword(visitor, 'the ferry leaves without a sound')
  await expect(visitor.getByRole('button', { name: 'Later', exact: true })).toBeVisible(PATIENCE)
  await look(visitor)
  for (const path of ['/users', '/report', '/audit', '/nowhere']) {
    await page.goto(`${server.origin}/ram${path}`)
    await look(page)
  }
}

async function expectHeading(page: Page, heading?: string): Promise<void> {
  const wanted = heading === undefined ? { level: 1 } : { name: heading, exact: true }
  await expect(page.getByRole('heading', wanted)).toBeVisible(PATIENCE)
  await page.waitForLoadState('networkidle')
}

async function judge(page: Page, heading?: string): Promise<void> {
  await expectHeading(page, heading)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(serious).toEqual([])
}

async function expectFit(page: Page, heading?: string): Promise<void> {
  await expectHeading(page, heading)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(390)
}
