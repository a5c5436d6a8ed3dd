/** The camera: a film of a QR code is fed to it, and the account is there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { authenticatorFromUri } from '../authenticator.ts'
import { chromiumPath } from '../browser.ts'
import { expect, type Page, test } from '../journey.ts'
import type { RunningServer } from '../server.ts'
import { type Scene, writeFilm } from './film.ts'
import { accountOf, codesOf, openUnprotected } from './open-app.ts'

const URI =
  'otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co'
const NAME = 'ACME Co, john.doe@email.com'
const HELD = new Date('2026-11-24T12:00:10Z')

/** The film belongs to a browser for its whole life, so each scene has one of its own. */
async function filmed(scenes: readonly Scene[], act: (page: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-film-'))
  const film = join(folder, 'film.y4m')
  writeFilm(film, scenes)
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  try {
    const context = await browser.newContext({ permissions: ['camera'], locale: 'en-GB' })
    await act(await context.newPage())
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function scan(page: Page, server: RunningServer): Promise<void> {
  await openUnprotected(page, server)
  await page.getByRole('button', { name: 'Scan QR code' }).click()
}

const scenes: readonly (readonly [string, Scene])[] = [
  ['straight', { text: URI }],
  ['turned and blurred', { text: URI, turned: 20, blurred: 1 }],
  ['light on dark', { text: URI, inverted: true }],
]

for (const [how, scene] of scenes) {
  test(`a code that is ${how} brings its account in by itself`, async ({ server }) =>
    filmed([scene], async (page) => {
      await page.clock.setFixedTime(HELD)
      await scan(page, server)
      await expect(accountOf(page, NAME)).toBeVisible({ timeout: 20_000 })
      const device = authenticatorFromUri(URI)
      const { code, next } = await codesOf(page, NAME)
      expect([code, next]).toEqual([device.at(HELD), device.at(new Date(HELD.getTime() + 30_000))])
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(accountOf(page, NAME)).toHaveCount(0)
    }))
}

test('a code for something else is named, and nothing is added', async ({ server }) =>
  filmed([{ text: 'https://example.com/' }], async (page) => {
    await scan(page, server)
    await expect(page.getByText(/not for an authenticator/i).first()).toBeVisible({ timeout: 20_000 })
  }))

test('without a camera the ways to a picture and to typing are shown', async ({ page, server }) => {
  await scan(page, server)
  await expect(page.getByText(/has no camera|did not start/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  await page.getByRole('button', { name: 'Enter key by hand' }).click()
  await expect(page.getByLabel('Key', { exact: true })).toBeVisible()
})
