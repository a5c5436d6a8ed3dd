/** The audit trail: followed as it grows without losing the place, and exported whole. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from './journey.ts'
import { createUser, PATIENCE } from './ram.ts'
import { register } from './register.ts'

const CHANGES = 60

/** Writes that many events about the user whose page is shown. */
async function change(page: Page, times: number, words: string): Promise<void> {
  const failed = await page.evaluate(
    async ({ times, words }) => {
      const id = location.pathname.split('/').at(-1)
      for (let index = 0; index < times; index += 1) {
        const answer = await fetch(`/api/ram/users/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ comment: `${words} ${index}` }),
        })
        if (!answer.ok) return answer.text()
      }
      return null
    },
    { times, words },
  )
  expect(failed).toBeNull()
}

async function exported(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

test('new events come by themselves, the place is kept, and exports hold all that fits', async ({
  page,
  server,
  outbox,
}) => {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  await createUser(page, server, outbox, { name: 'noah', first: 'Generated password' })
  await change(page, CHANGES, 'note')
  const writer = await page.context().newPage()
  await writer.goto(page.url())

  await page.goto(`${server.origin}/ram/audit?action=user.changed`)
  await expect(page.getByText('50 events shown')).toBeVisible(PATIENCE)
  const csv = await exported(page, 'Export CSV')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(CHANGES + 1)
  const lines = (await exported(page, 'Export JSON lines')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).action)).toEqual(Array(CHANGES).fill('user.changed'))

  const row = page.getByRole('row').nth(30)
  await row.scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(300)
  const kept = await row.elementHandle()
  const before = await kept?.boundingBox()
  await change(writer, 3, 'later')
  await expect(page.getByRole('status').filter({ hasText: '3 new events, 53 shown' })).toHaveCount(
    1,
    PATIENCE,
  )
  const after = await kept?.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1_000))).toBeLessThan(2)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('events are stacked, nothing is to be scrolled sideways', async ({ page, server, outbox }) => {
    await register(page, server, outbox)
    await page.goto(`${server.origin}/ram/audit`)
    const table = page.getByRole('table', { name: 'Events' })
    await expect(table).toBeVisible(PATIENCE)
    const spare = await table.evaluate((one) => {
      const box = one.parentElement
      return box === null ? 0 : box.scrollWidth - box.clientWidth
    })
    expect(spare).toBe(0)
  })
})
