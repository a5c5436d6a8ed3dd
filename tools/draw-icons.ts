/**
 * Draws the authenticator's icons from its mark; run it when the mark changes.
 *
 *     node --conditions=source tools/draw-icons.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../e2e/browser.ts'
import { ROOT } from './run-step.ts'

const FOLDER = join(ROOT, 'apps/authenticator/static')
/** The system cuts a maskable icon to its own shape, so its ground goes to the edge and its mark stays within 80 %. */
const ICONS = [
  { file: 'icon-180.png', size: 180, round: false },
  { file: 'icon-192.png', size: 192, round: true },
  { file: 'icon-512.png', size: 512, round: true },
  { file: 'icon-maskable-512.png', size: 512, round: false },
]

const mark = readFileSync(join(FOLDER, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
try {
  for (const { file, size, round } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const drawn = round ? mark : mark.replace(' rx="5.5"', '')
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawn}`,
    )
    await page.screenshot({ path: join(FOLDER, file), omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
