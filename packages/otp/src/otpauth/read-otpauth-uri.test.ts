import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OtpauthProblem, OtpauthRefusal, OtpauthUri } from './otpauth-uri.ts'
import { readOtpauthUri } from './read-otpauth-uri.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const key = Buffer.from('12345678901234567890')

test('reads a plain URI', () => {
  assert.deepEqual(
    read(
      `otpauth://totp/ACME%20Co:john@example.com?secret=${secret}&issuer=ACME%20Co&algorithm=SHA256&digits=8&period=60`,
    ),
    {
      type: 'totp',
      issuer: 'ACME Co',
      account: 'john@example.com',
      key: new Uint8Array(key),
      algorithm: 'SHA256',
      digits: 8,
      periodSeconds: 60,
      counter: 0n,
      note: '',
      tags: [],
      pinned: false,
      trashed: false,
      remarks: [],
    },
  )
})

test('takes SHA1, 6 digits and 30 seconds where nothing is said', () => {
  const { algorithm, digits, periodSeconds } = read(`otpauth://totp/a?secret=${secret}`)
  assert.deepEqual({ algorithm, digits, periodSeconds }, { algorithm: 'SHA1', digits: 6, periodSeconds: 30 })
})

test('reads scheme, type and parameter names in capitals', () => {
  const uri = read(`OTPAUTH://TOTP/X:A?SECRET=${secret}&ISSUER=X&DIGITS=8&PERIOD=60&ALGORITHM=SHA512`)
  assert.deepEqual([uri.issuer, uri.account, uri.digits, uri.periodSeconds], ['X', 'A', 8, 60])
  assert.equal(uri.algorithm, 'SHA512')
})

test('reads white space and a byte order mark around the URI', () => {
  assert.equal(read(`\ufeff\n otpauth://totp/a?secret=${secret}\r\n`).account, 'a')
})

test('reads raw spaces and letters of all scripts in the label', () => {
  assert.deepEqual(names(`otpauth://totp/Örtliche Bank:zoë 张@x?secret=${secret}`), [
    'Örtliche Bank',
    'zoë 张@x',
  ])
})

test('keeps what cannot be decoded as it is', () => {
  assert.deepEqual(names(`otpauth://totp/100%:a%20b?secret=${secret}`), ['100%', 'a b'])
  assert.deepEqual(names(`otpauth://totp/caf%E9:a?secret=${secret}`), ['caf%E9', 'a'])
})

test('keeps a plus in the label, which plus addresses have', () => {
  assert.deepEqual(names(`otpauth://totp/X:john+doe@x?secret=${secret}`), ['X', 'john+doe@x'])
})

test('reads a plus in the issuer as the space of a form encoder, and %2B as a plus', () => {
  assert.equal(read(`otpauth://totp/a?secret=${secret}&issuer=Big+Corp`).issuer, 'Big Corp')
  assert.equal(read(`otpauth://totp/a?secret=${secret}&issuer=C%2B%2B`).issuer, 'C++')
})

test('drops a plus in the secret, where a form encoder met a space', () => {
  assert.deepEqual(keyOf(secret.replace(/.{4}(?!$)/g, '$&+')), key)
})

test('does not cut at a raw # in the label, as guests of Microsoft Entra have it', () => {
  const label = 'Contoso:user_mail.com#EXT#@contoso.onmicrosoft.com'
  assert.deepEqual(names(`otpauth://totp/${label}?secret=${secret}&issuer=Microsoft`), [
    'Microsoft',
    'user_mail.com#EXT#@contoso.onmicrosoft.com',
  ])
})

test('does not cut at a raw # in the query', () => {
  assert.equal(read(`otpauth://totp/a?issuer=No.#1&secret=${secret}`).issuer, 'No.#1')
})

test('lets the issuer win over the prefix and keeps the prefix as a note', () => {
  const uri = read(`otpauth://totp/Contoso:a@x?secret=${secret}&issuer=Microsoft`)
  assert.deepEqual([uri.issuer, uri.account, uri.note], ['Microsoft', 'a@x', 'Contoso'])
  assert.deepEqual(uri.remarks, ['prefix_differs'])
})

test('strips a prefix that is the issuer but for case and spaces', () => {
  const uri = read(`otpauth://totp/ACMECO:%20%20a@x?secret=${secret}&issuer=Acme%20Co`)
  assert.deepEqual([uri.issuer, uri.account, uri.note], ['Acme Co', 'a@x', ''])
  assert.deepEqual(uri.remarks, [])
})

test('takes the prefix for the issuer where none is given, or an empty one', () => {
  assert.deepEqual(names(`otpauth://totp/X:a?secret=${secret}`), ['X', 'a'])
  assert.deepEqual(names(`otpauth://totp/X:a?secret=${secret}&issuer=`), ['X', 'a'])
})

test('takes a label without a colon for the account, and remarks where it looks like a title', () => {
  assert.deepEqual(names(`otpauth://totp/a@x?secret=${secret}`), ['', 'a@x'])
  assert.deepEqual(read(`otpauth://totp/My%20Bank?secret=${secret}`).remarks, ['account_as_title'])
  assert.deepEqual(read(`otpauth://totp/4711?secret=${secret}`).remarks, [])
})

test('accepts an empty label, and one that is missing with its slash, and asks for a name', () => {
  for (const uri of [`otpauth://totp/?secret=${secret}`, `otpauth://totp?secret=${secret}`]) {
    assert.deepEqual(names(uri), ['', ''])
    assert.deepEqual(read(uri).remarks, ['no_name'])
  }
})

test('accepts a colon in front of the account', () => {
  assert.deepEqual(names(`otpauth://totp/:a@x?secret=${secret}`), ['', 'a@x'])
})

test('splits a label at the first of several colons', () => {
  assert.deepEqual(names(`otpauth://totp/X:a:b:c?secret=${secret}`), ['X', 'a:b:c'])
})

test('splits at an encoded colon only where there is no raw one', () => {
  assert.deepEqual(names(`otpauth://totp/X%3Aa?secret=${secret}`), ['X', 'a'])
  assert.deepEqual(names(`otpauth://totp/X%3AY:a?secret=${secret}`), ['X:Y', 'a'])
})

test('reads a secret in lower case, with spaces, dashes, and padding raw or encoded', () => {
  for (const written of [
    secret.toLowerCase(),
    'GEZD%20GNBV-GY3TQOJQ GEZDGNBVGY3TQOJQ',
    `${secret}====`,
    `${secret}%3D%3D`,
  ])
    assert.deepEqual(keyOf(written), key)
})

test('accepts a secret of an odd length if a whole byte results, with a remark', () => {
  assert.deepEqual(read(`otpauth://totp/a@x?secret=${secret}A`).remarks, ['odd_length'])
  assert.equal(problem('otpauth://totp/a?secret=A'), 'secret_bad')
})

test('refuses 0, 1, 8 and 9 in the secret and names the place', () => {
  const refusal = refused('otpauth://totp/a?secret=gezd1nbv')
  assert.equal(refusal.problem, 'secret_bad')
  assert.equal(refusal.found, '1')
  assert.equal(refusal.secret?.position, 5)
  for (const digit of '0189') assert.equal(problem(`otpauth://totp/a?secret=GEZD${digit}NBV`), 'secret_bad')
})

test('refuses a hexadecimal secret and says that it is one', () => {
  const { secret: reading } = refused('otpauth://totp/a?secret=3132333435363738393a')
  assert.equal(reading?.suggestion?.kind, 'hexadecimal')
})

test('refuses a secret that is empty or missing', () => {
  for (const query of ['', '?', '?secret=', '?secret', '?secret=%20', '?issuer=X'])
    assert.equal(problem(`otpauth://totp/a${query}`), 'secret_missing')
})

test('accepts a short secret, with a remark below ten bytes', () => {
  assert.deepEqual(read('otpauth://totp/a@x?secret=GEZDGNBVGY3TQOJQ').remarks, [])
  assert.deepEqual(read('otpauth://totp/a@x?secret=GEZDGNBV').remarks, ['short_key'])
})

test('reads the names of algorithms as they are written anywhere', () => {
  for (const written of [
    'sha256',
    'SHA-256',
    'HmacSHA256',
    'HMAC-SHA-256',
    'hmac_sha256',
    'algorithm.sha256',
    '%20SHA256',
  ])
    assert.equal(read(`otpauth://totp/a?secret=${secret}&algorithm=${written}`).algorithm, 'SHA256', written)
  for (const name of ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5'])
    assert.equal(read(`otpauth://totp/a?secret=${secret}&algorithm=${name.toLowerCase()}`).algorithm, name)
  assert.equal(read(`otpauth://totp/a?secret=${secret}&algorithm=`).algorithm, 'SHA1')
})

test('refuses any other algorithm', () => {
  for (const written of ['SHA3-256', 'GOST', 'SHA', 'SHA2', 'MD4', 'SHA256x', 'toString', '__proto__'])
    assert.equal(
      problem(`otpauth://totp/a?secret=${secret}&algorithm=${written}`),
      'algorithm_unknown',
      written,
    )
})

test('reads 1 to 10 digits and refuses everything else', () => {
  for (let digits = 1; digits <= 10; digits++)
    assert.equal(read(`otpauth://totp/a?secret=${secret}&digits=${digits}`).digits, digits)
  for (const digits of ['0', '11', '-6', '6.0', 'six', '6e0', '0x6', '9'.repeat(40), '%2B6'])
    assert.equal(problem(`otpauth://totp/a?secret=${secret}&digits=${digits}`), 'digits_bad', digits)
})

test('reads periods of a second to a day and refuses everything else', () => {
  for (const period of [1, 15, 60, 86_400])
    assert.equal(read(`otpauth://totp/a?secret=${secret}&period=${period}`).periodSeconds, period)
  for (const period of ['0', '-30', '86401', 'thirty', '30.5', '1e2'])
    assert.equal(problem(`otpauth://totp/a?secret=${secret}&period=${period}`), 'period_bad', period)
})

test('ignores a period on hotp and a counter on totp, even wrong ones', () => {
  assert.equal(read(`otpauth://hotp/a?secret=${secret}&counter=3&period=x`).counter, 3n)
  assert.equal(read(`otpauth://totp/a?secret=${secret}&counter=x`).counter, 0n)
})

test('begins an HOTP without a counter at 0, with a remark', () => {
  const uri = read(`otpauth://hotp/a@x?secret=${secret}`)
  assert.equal(uri.counter, 0n)
  assert.deepEqual(uri.remarks, ['counter_missing'])
})

test('reads counters beyond 2^53, up to 2^63 - 1, and refuses everything else', () => {
  const highest = 2n ** 63n - 1n
  for (const counter of [0n, 2n ** 53n + 1n, highest])
    assert.equal(read(`otpauth://hotp/a?secret=${secret}&counter=${counter}`).counter, counter)
  for (const counter of [String(highest + 1n), '-1', '1.0', 'x', '9'.repeat(10_000)])
    assert.equal(problem(`otpauth://hotp/a?secret=${secret}&counter=${counter}`), 'counter_bad')
})

test('takes the first of a parameter that stands twice', () => {
  const uri = read(`otpauth://totp/a?secret=${secret}&digits=8&digits=7&secret=AAAAAAAA&issuer=X&Issuer=Y`)
  assert.deepEqual([uri.digits, uri.issuer, Buffer.from(uri.key)], [8, 'X', key])
})

test('finds the period behind a lost &', () => {
  const uri = read(`otpauth://totp/a?secret=${secret}&issuer=Fooperiod=60`)
  assert.deepEqual([uri.issuer, uri.periodSeconds], ['Foo', 60])
})

test('ignores pictures, locks and all it does not know', () => {
  const extras = 'image=https://x/y.png&icon=z&logo=w&lock=true&foo=bar&=&&x'
  const plain = read(`otpauth://totp/a?secret=${secret}`)
  assert.deepEqual(read(`otpauth://totp/a?secret=${secret}&${extras}`), plain)
})

test('reads the colour that FreeOTP gives, and no other text in its place', () => {
  assert.equal(read(`otpauth://totp/a?secret=${secret}&color=00ff7f`).color, '00FF7F')
  assert.equal('color' in read(`otpauth://totp/a?secret=${secret}&color=red`), false)
})

test('reads the tags of andOTP', () => {
  assert.deepEqual(read(`otpauth://totp/a?secret=${secret}&tags=work&tags=two+words&tags=work`).tags, [
    'work',
    'two words',
  ])
})

test('reads what Ente says about display', () => {
  const display = { pinned: true, trashed: true, lastUsedAt: 5, tags: ['work', 7], note: 'of the bank' }
  const uri = read(
    `otpauth://totp/a?secret=${secret}&codeDisplay=${encodeURIComponent(JSON.stringify(display))}`,
  )
  assert.deepEqual([uri.pinned, uri.trashed, uri.tags, uri.note], [true, true, ['work'], 'of the bank'])
  for (const broken of ['{', '[]', 'null', '5', '%7B%22tags%22%3A%22x%22%7D'])
    assert.equal(read(`otpauth://totp/a?secret=${secret}&codeDisplay=${broken}`).pinned, false)
})

test('recognises Steam by type, by encoder, by a bare parameter and by its own scheme', () => {
  for (const uri of [
    `otpauth://steam/Steam:a?secret=${secret}`,
    `otpauth://totp/Steam:a?secret=${secret}&encoder=steam`,
    `otpauth://totp/x:a?secret=${secret}&digits=8&encoder=Steam`,
    `otpauth://totp/x:a?secret=${secret}&steam`,
    `steam://${secret}`,
  ]) {
    const { type, digits, periodSeconds, algorithm, remarks } = read(uri)
    assert.deepEqual([type, digits, periodSeconds, algorithm], ['steam', 5, 30, 'SHA1'], uri)
    assert.deepEqual(remarks.includes('steam_by_issuer'), false)
  }
  assert.deepEqual(keyAndIssuer(`steam://${secret}`), [key, 'Steam'])
})

test('takes the issuer Steam for Steam where digits are absent or five, with a remark', () => {
  for (const uri of [
    `otpauth://totp/a?secret=${secret}&issuer=Steam`,
    `otpauth://totp/Steam:a?secret=${secret}`,
    `otpauth://totp/steam%3Aa?secret=${secret}&digits=5`,
  ]) {
    assert.equal(read(uri).type, 'steam', uri)
    assert.ok(read(uri).remarks.includes('steam_by_issuer'))
  }
  for (const uri of [
    `otpauth://totp/Steam:a?secret=${secret}&digits=6`,
    `otpauth://totp/steam?secret=${secret}`,
    `otpauth://hotp/Steam:a?secret=${secret}&counter=0`,
    `otpauth://totp/Steam:a?secret=${secret}&issuer=Other`,
  ])
    assert.notEqual(read(uri).type, 'steam', uri)
})

test('reads Yandex with the PIN of Aegis and the PIN length of Stratum', () => {
  const withPin = read(`otpauth://yaotp/user?secret=${secret}&pin=GUZDGOI`)
  assert.deepEqual([withPin.type, withPin.digits, withPin.algorithm], ['yandex', 8, 'SHA256'])
  assert.equal(withPin.pin, '5239')
  assert.equal(read(`otpauth://yaotp/user?secret=${secret}&pin_length=4`).pinLength, 4)
  assert.equal('pin' in read(`otpauth://yaotp/user?secret=${secret}&pin=!`), false)
})

test('reads mOTP by its own scheme and by that of andOTP, its key in hexadecimal', () => {
  const own = read('motp://Site:joe%40x?secret=e3152afee62599c8')
  assert.deepEqual([own.type, own.issuer, own.account], ['motp', 'Site', 'joe@x'])
  assert.equal(Buffer.from(own.key).toString('hex'), 'e3152afee62599c8')
  assert.deepEqual([own.algorithm, own.digits, own.periodSeconds], ['MD5', 6, 10])
  assert.equal(read('otpauth://motp/Site:joe?secret=e3152afee62599c8').type, 'motp')
})

test('tells apart what people scan by mistake', () => {
  const mistakes: readonly (readonly [string, OtpauthProblem])[] = [
    ['otpauth-migration://offline?data=CjE', 'google_migration'],
    ['phonefactor://activate_account?code=1&url=https%3A%2F%2Fx', 'microsoft_push'],
    ['PHONEFACTOR://x', 'microsoft_push'],
    ['otpauth://pipush/PIPU1?url=https%3A//x', 'privacyidea_push'],
    ['FIDO:/1234567890', 'passkey'],
    ['WIFI:S:net;T:WPA;P:pw;;', 'not_an_account'],
    ['https://example.com/?secret=GEZDGNBV', 'not_an_account'],
    ['just text', 'not_an_account'],
    ['', 'not_an_account'],
    ['otpauth:totp/a?secret=GEZDGNBV', 'not_an_account'],
    [`otpauth://sms/a?secret=${secret}`, 'type_unknown'],
    [`otpauth:///a?secret=${secret}`, 'type_unknown'],
  ]
  for (const [text, expected] of mistakes) assert.equal(problem(text), expected, text)
})

test('says what was found in place of what should be', () => {
  assert.equal(refused('otpauth://sms/a').found, 'sms')
  assert.equal(refused(`otpauth://totp/a?secret=${secret}&digits=si%78`).found, 'six')
  assert.equal(refused('WIFI:S:a+b;;').found, 'WIFI:S:a+b;;')
})

test('never throws, whatever is scanned', () => {
  const part = fc.string({ unit: anyUnit, maxLength: 30 })
  const text = fc.oneof(
    part,
    part.map((rest) => `otpauth://${rest}`),
    part.map((rest) => `otpauth://totp/${rest}`),
    fc
      .tuple(part, part, part, part)
      .map(
        ([label, name, value, more]) =>
          `otpauth://hotp/${label}?secret=${secret}&${name}=${value}&issuer=${more}&pin=${more}&codeDisplay=${value}`,
      ),
    fc
      .constantFrom(
        'digits',
        'period',
        'counter',
        'algorithm',
        'secret',
        'issuer',
        'tags',
        'pin_length',
        'color',
      )
      .chain((name) => part.map((value) => `otpauth://totp/a?${name}=${value}&secret=${secret}`)),
  )
  fc.assert(
    fc.property(text, (one) => {
      const reading = readOtpauthUri(one)
      if (!reading.ok) return
      const { uri } = reading
      assert.ok(uri.key.length > 0 && uri.digits >= 1 && uri.digits <= 10 && uri.counter >= 0n)
      assert.ok(uri.periodSeconds >= 1 && uri.periodSeconds <= 86_400)
    }),
    { numRuns: 3000 },
  )
})

function read(text: string): OtpauthUri {
  const reading = readOtpauthUri(text)
  assert.ok(reading.ok, `${text}: ${reading.ok ? '' : reading.problem}`)
  return reading.uri
}

function refused(text: string): OtpauthRefusal {
  const reading = readOtpauthUri(text)
  assert.ok(!reading.ok, text)
  return reading
}

function problem(text: string): OtpauthProblem {
  return refused(text).problem
}

function names(text: string): readonly string[] {
  const { issuer, account } = read(text)
  return [issuer, account]
}

function keyOf(written: string): Buffer {
  return Buffer.from(read(`otpauth://totp/a?secret=${written}`).key)
}

function keyAndIssuer(text: string): readonly [Buffer, string] {
  const { key: bytes, issuer } = read(text)
  return [Buffer.from(bytes), issuer]
}
