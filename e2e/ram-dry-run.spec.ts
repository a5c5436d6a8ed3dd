/** Settings are seen before they count: the dry run names who is affected, then they are enforced, with days of grace. */
import { expect, test } from './journey.ts'
import { choosePassword, createUser, enforce, PATIENCE, previewEveryone, setAlias } from './ram.ts'
import { register } from './register.ts'
import { expectSecurityPage, givePassword } from './sign-in.ts'

const MIA = { email: 'mia@acme', password: 'paper boats cross the grey pond' }

test('the preview names who is affected, and grace lets the set-up wait', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  await setAlias(page, server, outbox, 'acme')
  const first = { first: 'Generated password' } as const
  const generated = await createUser(page, server, outbox, {
    name: 'mia',
    email: 'mia@example.org',
    ...first,
  })
  await createUser(page, server, outbox, { name: 'noah', ...first })

  const mia = await newVisitor()
  await givePassword(mia, server, { ...MIA, password: generated })
  await choosePassword(mia, MIA.password)
  await expectSecurityPage(mia)

  const run = await previewEveryone(page, server, 7)
  await expect(run.getByText('2 users are sent to set up MFA')).toBeVisible()
  await expect(run.getByText('mia@acme')).toHaveCount(1)
  await expect(run.getByText('noah@acme')).toHaveCount(2)
  await expect(run.getByText(/1 of them has none of the allowed ways on file/)).toBeVisible()
  await mia.reload()
  await expectSecurityPage(mia)

  await enforce(page, outbox)
  await mia.goto(`${server.origin}/security/sessions`)
  await expect(mia.getByRole('heading', { name: 'Verify your identity' })).toBeVisible(PATIENCE)
  await expect(mia.getByText('Your account requires virtual MFA')).toBeVisible(PATIENCE)
  await mia.getByRole('button', { name: 'Later', exact: true }).click()
  await expect(mia.getByRole('heading', { name: 'Sessions', exact: true })).toBeVisible(PATIENCE)

  await previewEveryone(page, server, 0)
  await enforce(page, outbox)
  await mia.goto(`${server.origin}/security`)
  await expect(mia.getByRole('heading', { name: 'Verify your identity' })).toBeVisible(PATIENCE)
  await expect(mia.getByRole('button', { name: 'Later', exact: true })).toHaveCount(0)
})
