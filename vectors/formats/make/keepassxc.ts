/**
 * Files of the real program: a KDBX of version 3 and a CSV by `keepassxc-cli` (apt-get install keepassxc). Run it only
 * where they have to be made anew; every run gives other salts.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plain, unicode } from './accounts.ts'
import { documentOf, entries, failures } from './keepass-document.ts'
import { writeFixture } from './write-fixture.ts'

/** KeePassXC writes a URI for what it reads itself: neither a bare key nor KeePass 2's own strings. */
const fromCsv = {
  entries: entries
    .filter((entry) => !['Base32', 'Hex', 'Base64', 'Text', 'Counting House', unicode.issuer].includes(entry.issuer))
    .map((entry) => (entry.issuer === plain.issuer ? plain : entry)),
  failures: [
    { position: 3, label: 'Shop:sue', problem: 'secret_missing' },
    { position: 4, label: `${unicode.issuer}:${unicode.account}`, problem: 'secret_missing' },
  ],
}
const password = 'a pässword of the file'
const folder = mkdtempSync(join(tmpdir(), 'keepassxc-'))
const [xml, kdbx] = [join(folder, 'entries.xml'), join(folder, 'made.kdbx')]
const run = (input: string, ...parameters: string[]) =>
  execFileSync('keepassxc-cli', parameters, { input, env: { ...process.env, LC_ALL: 'C.UTF-8' } })

writeFileSync(xml, documentOf(undefined))
run(`${password}\n${password}\n`, 'import', '-q', '-p', xml, kdbx)
const csv = run(`${password}\n`, 'export', '-q', '-f', 'csv', kdbx)
writeFixture('kdbx', 'keepassxc-cli.kdbx', readFileSync(kdbx), { format: 'kdbx', password, entries, failures })
writeFixture('keepassxc-csv', 'keepassxc-cli.csv', csv, { format: 'keepassxc-csv', ...fromCsv })
rmSync(folder, { recursive: true })
