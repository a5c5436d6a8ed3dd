/** Binding with security questions as proof of identity, beside the live password session. */
import { enable, finishWizard, openWizard, readKey } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { register } from './register.ts'
import { expectSecurityPage } from './sign-in.ts'

const ANSWERS = ['the lighthouse keeper', 'seven green lanterns', 'a kite made of maps'] as const

test('questions set, wrong answers refused, right ones open the wizard', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await page.getByRole('button', { name: 'Set security questions' }).click()
  for (const [index, answer] of ANSWERS.entries()) {
    await page.getByLabel(`Question ${index + 1}`, { exact: true }).selectOption({ index: index + 1 })
    await page.getByLabel(`Answer ${index + 1}`, { exact: true }).fill(answer)
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectSecurityPage(page)

  await openWizard(page)
  await page
    .getByRole('radiogroup', { name: 'Method' })
    .getByRole('radio', { name: 'Security questions' })
    .check()
  await giveAnswers(page, ['wrong', 'also wrong', 'wrong again'])
  await expect(page.getByText(/answers do not match/i).first()).toBeVisible()
  await giveAnswers(page, ANSWERS)
  const device = await readKey(page)
  await enable(page, device.pair(), 'Pocket phone')
  expect(await finishWizard(page)).toHaveLength(10)
})

/** The questions are the labels; the fields stand in their order. */
async function giveAnswers(page: Page, answers: readonly string[]): Promise<void> {
  const fields = page.getByRole('main').getByRole('textbox')
  await expect(fields).toHaveCount(3)
  for (const [index, answer] of answers.entries()) await fields.nth(index).fill(answer)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
}
