/** QR codes of privacyIDEA of section 2.20 of the reference: an enrolment in two steps among ordinary accounts. */
import { counter, plain } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const twoStep = `otpauth://totp/TOTP0001?secret=${secret}&period=30&digits=6&issuer=privacyIDEA&2step_salt=10&2step_output=20&2step_difficulty=10000`

writeFixture('privacyidea', 'two-step.txt', `${twoStep}\n`, {
  format: 'privacyidea',
  entries: [],
  failures: [{ position: 1, label: 'privacyIDEA, TOTP0001', problem: 'kind_unknown' }],
})
writeFixture('privacyidea', 'several.txt', [
  `otpauth://totp/ACME%20Co:john.doe%40email.com?secret=${plain.secret}&issuer=ACME%20Co&pin=true&taptoshow=true`,
  twoStep.replace('otpauth://totp', 'OTPAUTH://TOTP').replace('2step_salt=10&', ''),
  'otpauth://pipush/PIPU0001?url=https%3A%2F%2Fpi.example.com&ttl=10&issuer=privacyIDEA&enrollment_credential=x&v=1&sslverify=1',
  `otpauth://hotp/Counting%20House:ben+codes@example.org?secret=${counter.secret}&digits=7&counter=41&issuer=Counting%20House`,
  `otpauth://totp/broken?secret=&2step_salt=10`,
].join('\n'), {
  format: 'privacyidea',
  entries: [plain, counter],
  failures: [
    { position: 2, label: 'privacyIDEA, TOTP0001', problem: 'kind_unknown' },
    { position: 3, label: 'PIPU0001', problem: 'kind_unknown' },
    { position: 5, label: 'broken', problem: 'secret_missing' },
  ],
})
