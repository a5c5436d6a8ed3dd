/** How the journeys run: each in a fresh browser against a server of its own, two at a time. */
import { defineConfig } from '@playwright/test'
import { chromiumPath } from './browser.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/journeys',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
  use: {
    launchOptions: { executablePath: await chromiumPath(), args: ['--no-sandbox'] },
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
})
