/** LastPass Authenticator's export of section 2.18 of the reference. */
import { long, plain, unicode } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'

function account(names: { issuer: string; account: string }, more: object): object {
  return {
    accountID: '0a1b2c3d',
    lmiUserId: '',
    issuerName: names.issuer,
    originalIssuerName: names.issuer,
    userName: names.account,
    originalUserName: names.account,
    pushNotification: false,
    secret: plain.secret,
    timeStep: 30,
    digits: 6,
    creationTimestamp: 1_700_000_000_000,
    isFavorite: false,
    algorithm: 'SHA1',
    ...more,
  }
}

const broken = { issuer: 'Shop', account: 'sue' }
writeFixture('lastpass', 'export.json', JSON.stringify({
  deviceId: '',
  deviceSecret: '',
  localDeviceId: '00000000-0000-4000-8000-000000000000',
  deviceName: 'phone',
  version: 3,
  accounts: [
    account(plain, { folderData: { folderId: 7, position: 0 }, isFavorite: true, originalIssuerName: 'ACME' }),
    account(long, { secret: long.secret, timeStep: 60, digits: 8, algorithm: 'SHA256' }),
    account({ issuer: '', account: '' }, { secret: unicode.secret, originalIssuerName: unicode.issuer, originalUserName: unicode.account }),
    account(broken, { secret: '' }),
    account(broken, { timeStep: 0 }),
    account(broken, { algorithm: 'SHA3' }),
    null,
  ],
  folders: [{ id: 7, name: 'Work', isOpened: true }],
}), {
  format: 'lastpass',
  entries: [{ ...plain, tags: ['Work'], pinned: true }, long, unicode],
  failures: [
    { position: 4, label: 'Shop, sue', problem: 'secret_missing' },
    { position: 5, label: 'Shop, sue', problem: 'period_bad' },
    { position: 6, label: 'Shop, sue', problem: 'algorithm_unknown' },
    { position: 7, label: '', problem: 'malformed' },
  ],
})
