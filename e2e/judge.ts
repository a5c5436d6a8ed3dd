/** What every page must hold, looked at where a journey has led it. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The machine may be busy: pages that hash passwords take their time. */
const PATIENCE = { timeout: 30_000 }

/** A scheme changes colours alone, so that the other one is judged by these. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const PHONE_WIDTH = 390

/** In light axe finds nothing serious, in dark and in high contrast its rules of colour neither, and the page fits a phone. */
export async function judgePage(page: Page, heading?: string): Promise<void> {
  const wanted = heading === undefined ? { level: 1 } : { name: heading, exact: true }
  await expect(page.getByRole('heading', wanted)).toBeVisible(PATIENCE)
  await page.waitForLoadState('networkidle')
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light', contrast: 'no-preference' })
  await expectNothingSerious(page, new AxeBuilder({ page }))
  for (const look of [{ colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }] as const) {
    await page.emulateMedia(look)
    await expectNothingSerious(
      page,
      new AxeBuilder({ page }).withRules(COLOUR_RULES),
      Object.values(look).join(),
    )
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
  await expectFit(page, PHONE_WIDTH)
}

/** On a narrow screen nothing is wider than it. */
export async function expectFit(page: Page, width: number): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 844 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(width)
  if (before !== null) await page.setViewportSize(before)
}

async function expectNothingSerious(page: Page, axe: AxeBuilder, look = 'light'): Promise<void> {
  // No page has frames, so that none needs a blank page of axe’s own.
  const { violations } = await axe.setLegacyMode().analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()} in ${look}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(serious).toEqual([])
}
