/** An account switches security questions and recovery codes off for its users; one of them then has to set MFA up. */
import { enable, readKey, verifyByCode } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { confirmWhereAsked, createUser, enforce, invitationLink, PATIENCE, setAlias } from './ram.ts'
import { register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

const MIA = { email: 'mia@acme', password: 'paper boats cross the grey pond' }
const MAILBOX = 'mia@example.org'
const ANSWERS = ['the lighthouse keeper', 'seven green lanterns', 'a kite made of maps'] as const

/** What stands in the row of a thing on the security page. */
function row(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true })
}

test('without questions and recovery codes the forced set-up offers and makes neither', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'acme')
  await createUser(page, server, outbox, { name: 'mia', email: MAILBOX, first: 'Invitation by email' })
  const mia = await newVisitor()
  await mia.goto(await invitationLink(outbox, MAILBOX))
  await mia.getByLabel('New password', { exact: true }).fill(MIA.password)
  await mia.getByRole('button', { name: 'Set password' }).click()
  await expectSecurityPage(mia)
  await mia.getByRole('button', { name: 'Set security questions' }).click()
  await mia.getByRole('button', { name: 'Send code' }).click()
  await mia.getByLabel('Verification code', { exact: true }).fill(await outbox.nextCode(MAILBOX))
  await mia.getByRole('button', { name: 'Confirm', exact: true }).click()
  for (const [index, answer] of ANSWERS.entries()) {
    await mia.getByLabel(`Question ${index + 1}`, { exact: true }).selectOption({ index: index + 1 })
    await mia.getByLabel(`Answer ${index + 1}`, { exact: true }).fill(answer)
  }
  await mia.getByRole('button', { name: 'Save', exact: true }).click()
  await expectSecurityPage(mia)
  await signOut(mia)

  await page.goto(`${server.origin}/ram/settings`)
  const kinds = page.getByRole('region', { name: 'What users may use' })
  await expect(row(page, 'Virtual MFA devices')).toContainText('Always allowed')
  await expect(row(page, 'Virtual MFA devices').getByRole('checkbox')).toHaveCount(0)
  const methods = kinds.getByRole('group', { name: 'Users verify their identity by' })
  for (const name of ['Email', 'Phone', 'Security questions'])
    await methods.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(methods.getByText('Leave at least one of them.')).toBeVisible()
  await expect(methods.getByRole('checkbox', { name: 'Email', exact: true })).toBeFocused()
  await methods.getByRole('checkbox', { name: 'Security questions', exact: true }).check()
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(methods.getByText('Allow email or phone too')).toBeVisible(PATIENCE)
  await methods.getByRole('checkbox', { name: 'Security questions', exact: true }).uncheck()
  await methods.getByRole('checkbox', { name: 'Phone', exact: true }).check()
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  const run = page.getByRole('region', { name: 'Dry run' })
  await expect(run.getByText('1 other user without MFA has none of the allowed ways')).toBeVisible(PATIENCE)
  await expect(run.getByRole('link', { name: 'mia@acme' })).toBeVisible()
  await methods.getByRole('checkbox', { name: 'Phone', exact: true }).uncheck()
  await methods.getByRole('checkbox', { name: 'Email', exact: true }).check()
  await kinds.getByRole('checkbox', { name: 'Recovery codes', exact: true }).uncheck()
  const who = page.getByRole('radiogroup', { name: 'Who must have MFA' })
  await who.getByRole('radio', { name: 'Everyone' }).check()
  await page.getByLabel('Days of grace', { exact: true }).fill('0')
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(run).toContainText('1 user is sent to set up MFA')
  await expect(run).not.toContainText('other user')
  await enforce(page, outbox)
  await page.reload()
  await expect(methods.getByRole('checkbox', { name: 'Security questions' })).not.toBeChecked()
  await expect(kinds.getByRole('checkbox', { name: 'Recovery codes' })).not.toBeChecked()

  await givePassword(mia, server, MIA)
  await expect(mia.getByRole('heading', { name: 'Verify your identity' })).toBeVisible(PATIENCE)
  await expect(mia.getByRole('radiogroup', { name: 'Method' }).getByRole('radio')).toHaveCount(1)
  await verifyByCode(mia, outbox, 'Email', MAILBOX)
  const device = await readKey(mia)
  await enable(mia, device.pair(), 'Phone')
  await expect(mia.getByRole('heading', { name: 'Virtual MFA is on' })).toBeVisible(PATIENCE)
  await expect(mia.getByText(/recovery codes switched off/)).toBeVisible()
  await expect(mia.getByRole('main')).not.toContainText(/\d\d(-[0-9A-Z]{4}){4}/)
  await expect(mia.getByLabel('I have saved my recovery codes')).toHaveCount(0)
  await mia.getByRole('button', { name: 'Done', exact: true }).click()
  await expectSecurityPage(mia)
  await expect(row(mia, 'Recovery codes')).toContainText('Your administrator has them switched off')
  await expect(row(mia, 'Recovery codes').getByRole('button')).toHaveCount(0)
  await expect(row(mia, 'Security questions')).toContainText('Your administrator has them switched off')
  await mia.goto(`${server.origin}/security/recovery-codes`)
  await expect(mia.getByText('Recovery codes are switched off')).toBeVisible(PATIENCE)
  await expect(mia.getByRole('button', { name: 'Make new codes' })).toHaveCount(0)
  await mia.goto(`${server.origin}/security/questions`)
  await mia.getByRole('button', { name: 'Remove security questions' }).click()
  await mia.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expectSecurityPage(mia)

  await signOut(mia)
  await givePassword(mia, server, MIA)
  await mia.getByRole('button', { name: 'Try another way' }).click()
  await expect(mia.getByLabel('Bypass code', { exact: true })).toBeVisible()
  await expect(mia.getByText(/recovery code/i)).toHaveCount(0)
  for (const typed of ['no-such-code', '07-ABCD-EFGH-JKMN-PQRS', '99-AAAA-AAAA-AAAA-AAAA']) {
    await mia.getByLabel('Bypass code', { exact: true }).fill(typed)
    await mia.getByRole('button', { name: 'Verify', exact: true }).click()
    await expect(mia.getByText('Type the bypass code: twelve letters and digits.')).toBeVisible()
    await mia.getByLabel('Bypass code', { exact: true }).fill('')
  }
  await mia.getByRole('button', { name: 'Use the authenticator instead' }).click()
  await giveCode(mia, device.next())
  await expectSecurityPage(mia)
})

test('the owner keeps recovery codes, and the preview names who loses them', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'acme')
  await createUser(page, server, outbox, {
    name: 'mia',
    email: MAILBOX,
    first: 'Invitation by email',
    mark: true,
  })
  const mia = await newVisitor()
  await mia.goto(await invitationLink(outbox, MAILBOX))
  await mia.getByLabel('New password', { exact: true }).fill(MIA.password)
  await mia.getByRole('button', { name: 'Set password' }).click()
  const device = await readKey(mia)
  await enable(mia, device.pair(), 'Phone')
  await mia.getByLabel('I have saved my recovery codes').check(PATIENCE)
  await mia.getByRole('button', { name: 'Done', exact: true }).click()
  await expectSecurityPage(mia)

  await page.goto(`${server.origin}/ram/settings`)
  await page.getByRole('checkbox', { name: 'Recovery codes', exact: true }).uncheck()
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  const run = page.getByRole('region', { name: 'Dry run' })
  await expect(run.getByText('1 user loses recovery codes')).toBeVisible(PATIENCE)
  await expect(run.getByRole('link', { name: 'mia@acme' })).toBeVisible()
  await page.getByRole('button', { name: 'Enforce', exact: true }).click()
  await confirmWhereAsked(page, outbox, page.getByText('Settings enforced.'))

  await mia.reload()
  await expect(row(mia, 'Recovery codes')).toContainText('Off')
  await page.goto(`${server.origin}/security`)
  await expect(row(page, 'Recovery codes')).toContainText('Made when you set up virtual MFA')
})
