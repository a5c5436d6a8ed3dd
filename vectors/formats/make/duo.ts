/** Duo Mobile's accounts of section 2.18 of the reference. */
import { counterSecret, plain } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'

writeFixture('duo', 'accounts.json', JSON.stringify([
  { name: 'Examples at work', accountType: 'OtpAccount', otpGenerator: { otpSecret: plain.secret } },
  { name: 'Counting House', accountType: 'OtpAccount', otpGenerator: { otpSecret: counterSecret, counter: 41 } },
  { name: 'From zero', otpGenerator: { otpSecret: counterSecret, counter: 0 } },
  { name: 'Push only', pkey: 'DUO', akey: 'x' },
  { name: 'Broken', otpGenerator: { otpSecret: '0189' } },
  { name: 'Backwards', otpGenerator: { otpSecret: plain.secret, counter: -1 } },
]), {
  format: 'duo',
  entries: [
    { account: 'Examples at work', secret: plain.secret },
    { account: 'Counting House', secret: counterSecret, code: { kind: 'hotp', counter: '41' } },
    { account: 'From zero', secret: counterSecret, code: { kind: 'hotp' } },
  ],
  failures: [
    { position: 4, label: 'Push only', problem: 'malformed' },
    { position: 5, label: 'Broken', problem: 'secret_bad' },
    { position: 6, label: 'Backwards', problem: 'counter_bad' },
  ],
})
