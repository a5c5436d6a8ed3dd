/** With real gateways: a mail server takes the mail, an HTTP gateway the text messages, and no outbox is left. */
import { expect, test } from './journey.ts'
import { mailSink, smsGateway } from './outbox.ts'
import { OWNER, register } from './register.ts'
import { startServer } from './server.ts'

test('codes come by SMTP and by the text message gateway', async ({ page }) => {
  const mail = await mailSink()
  const sms = await smsGateway()
  const server = await startServer({
    SALLYPORT_SMTP_URL: mail.url,
    SALLYPORT_MAIL_FROM: 'Sallyport <no-reply@example.org>',
    SALLYPORT_SMS_URL: sms.url,
  })
  try {
    await register(page, server, mail)
    await page.getByRole('button', { name: 'Add phone' }).click()
    await page.getByLabel('Phone number', { exact: true }).fill('+4915112345678')
    await page.getByRole('button', { name: 'Send code' }).click()
    await page.getByLabel('Verification code', { exact: true }).fill(await sms.nextCode('+4915112345678'))
    await page.getByRole('button', { name: 'Verify', exact: true }).click()
    await expect.poll(async () => (await mail.all()).some(({ text }) => /phone/i.test(text))).toBe(true)
    expect((await fetch(`${server.origin}/api/outbox`)).status).toBe(404)
    expect((await mail.all()).every(({ to }) => to === OWNER.email)).toBe(true)
  } finally {
    await server.dispose()
    await mail.close()
    await sms.close()
  }
})
