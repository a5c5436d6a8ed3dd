/** WinAuth's export of section 2.18 of the reference, its labels and counters as that program writes them. */
import { counter, plain, steam } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'
import { writeZip } from './zip.ts'

/** Encodes like .NET's `HttpUtility.UrlEncode`: a space is a plus. */
function form(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+')
}

function uri(type: string, names: { issuer: string; account: string }, secret: string, rest: string): string {
  const label = names.issuer === '' ? form(names.account) : `${names.issuer}:${form(names.account)}`
  const issuer = names.issuer === '' ? '' : `&issuer=${form(names.issuer)}`
  return `otpauth://${type}/${label}?secret=${secret}${rest.replace('ISSUER', issuer)}`
}

const team = { issuer: 'C++ Forum', account: 'ann and ben+codes@example.org', secret: plain.secret }
const named = { issuer: '', account: 'My own (server)', secret: plain.secret }
const battle = { issuer: 'BattleNet', account: 'EU 1234', secret: counter.secret, code: { kind: 'totp', digits: 8 } }
const lines = [
  '# WinAuth export',
  uri('totp', plain, plain.secret, '&digits=6ISSUER&icon=Google'),
  uri('totp', team, team.secret, '&digits=6ISSUER'),
  '',
  uri('totp', named, named.secret, '&digits=6ISSUER'),
  uri('totp', battle, battle.secret, '&digits=8ISSUER&serial=EU123412341234'),
  uri('totp', steam, steam.secret, '&digits=5ISSUER&deviceid=android%3a0000&data=%7b%7d'),
  uri('hotp', counter, counter.secret, '&digits=7ISSUER&counter=40'),
]
const text = `${lines.join('\r\n')}\r\n`
const entries = [plain, team, named, battle, steam, counter]

writeFixture('winauth', 'export.txt', text, { format: 'winauth', entries })
const files = [{ name: 'winauth-2024-05-06.txt', text }]
const password = 'wïn auth'
writeFixture('winauth', 'plain.zip', writeZip(files, { kind: 'plain' }), { format: 'winauth', entries })
writeFixture('winauth', 'classic.zip', writeZip(files, { kind: 'pkzip', password }), { format: 'winauth', password, entries })
writeFixture('winauth', 'aes.zip', writeZip(files, { kind: 'aes', password }), { format: 'winauth', password, entries })

const broken = [
  uri('totp', { issuer: '', account: 'no key' }, '', '&digits=6'),
  uri('totp', { issuer: '', account: 'bad digits' }, plain.secret, '&digits=11'),
  uri('hotp', { issuer: '', account: 'too far' }, plain.secret, '&digits=6&counter=9223372036854775806'),
  lines[1],
]
writeFixture('winauth', 'broken-lines.txt', broken.join('\n'), {
  format: 'winauth',
  entries: [plain],
  failures: [
    { position: 1, label: 'no key', problem: 'secret_missing' },
    { position: 2, label: 'bad digits', problem: 'digits_bad' },
    { position: 3, label: 'too far', problem: 'counter_bad' },
  ],
})
