/** Steam's authenticator files of section 2.13 of the reference. */
import { plain, steam } from './accounts.ts'
import { bytesOfBase32, writeFixture } from './write-fixture.ts'

const shared = Buffer.from(bytesOfBase32(steam.secret)).toString('base64')
const other = Buffer.from(bytesOfBase32(plain.secret)).toString('base64')

const maFile = {
  shared_secret: shared,
  serial_number: '9132419012345678901',
  revocation_code: 'R12345',
  uri: `otpauth://totp/Steam:gordon?secret=${steam.secret}&issuer=Steam`,
  server_time: 1_700_000_000,
  account_name: 'gordon',
  token_gid: '2b1c',
  identity_secret: other,
  secret_1: other,
  status: 1,
  device_id: 'android:00000000-0000-4000-8000-000000000000',
  fully_enrolled: true,
  Session: { SteamID: 76561197960265728 },
}
writeFixture('steam', 'gordon.maFile', JSON.stringify(maFile), { format: 'steam', entries: [steam] })

const second = { issuer: 'Steam', account: 'alyx', secret: plain.secret, code: { kind: 'steam' } }
writeFixture('steam', 'several.json', JSON.stringify({
  accounts: [
    maFile,
    { account_name: 'alyx', sharedSecret: other },
    { account_name: 'eli', shared_secret: '' },
    { account_name: 'kleiner', shared_secret: 'AAAA' },
    { account_name: 'barney', shared_secret: 'no*base64' },
    'rubbish',
  ],
}), {
  format: 'steam',
  entries: [steam, second],
  failures: [
    { position: 3, label: 'Steam, eli', problem: 'secret_missing' },
    { position: 4, label: 'Steam, kleiner', problem: 'secret_bad' },
    { position: 5, label: 'Steam, barney', problem: 'secret_bad' },
    { position: 6, label: '', problem: 'malformed' },
  ],
})
writeFixture('steam', 'by-number.json', JSON.stringify({ accounts: { '76561197960265728': maFile } }), {
  format: 'steam',
  entries: [steam],
})
