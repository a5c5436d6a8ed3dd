/** The configuration: its defaults, and one clear line for each thing that is wrong. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { readConfiguration } from './configuration.ts'
import { ConfigurationError } from './read-values.ts'
import { variables } from './variables.ts'

const PUBLIC = {
  SALLYPORT_ORIGIN: 'https://account.example.com',
  SALLYPORT_SMTP_URL: 'smtps://user:canary-mail@mail.example.com',
  SALLYPORT_MAIL_FROM: 'Sallyport <account@example.com>',
}
const SMS = 'https://sms.example.com/send?to={to}&text={text}'

function read(env: Record<string, string | undefined>) {
  return readConfiguration(env, '/srv/sallyport')
}

test('with nothing set it is a server for this machine, to be set up by its link', () => {
  const { origin, authenticator, workers, ...rest } = read({ PATH: '/bin', HOME: '/root' })
  assert.equal(origin.origin, 'http://localhost:8080')
  assert.equal(authenticator?.origin.origin, 'http://localhost:8081')
  assert.ok(workers >= 1)
  assert.deepEqual(rest, {
    host: '127.0.0.1',
    port: 8080,
    name: 'Sallyport',
    dataFolder: '/srv/sallyport/data',
    rootKey: { kind: 'made' },
    mail: undefined,
    sms: undefined,
    placeFile: undefined,
    production: false,
    registration: 'first',
    trustedProxies: [],
    addressLimits: true,
    metricsToken: undefined,
    logLevel: 'info',
  })
})

test('the origin follows the port, unless it is named', () => {
  assert.equal(read({ SALLYPORT_PORT: '9000' }).origin.origin, 'http://localhost:9000')
  assert.equal(read({ ...PUBLIC, SALLYPORT_PORT: '9000' }).origin.origin, 'https://account.example.com')
})

test("the authenticator app's origin follows its own port, and port 0 turns it off", () => {
  const origin = (env: Record<string, string>) => read(env).authenticator?.origin.origin
  assert.equal(origin({ SALLYPORT_AUTHENTICATOR_PORT: '9001' }), 'http://localhost:9001')
  assert.equal(
    origin({ SALLYPORT_AUTHENTICATOR_ORIGIN: 'https://codes.example.com' }),
    'https://codes.example.com',
  )
  assert.equal(origin({ SALLYPORT_AUTHENTICATOR_PORT: '0' }), undefined)
})

test('an empty variable is as good as none', () => {
  for (const { name } of variables) assert.deepEqual(read({ [name]: ' ' }), read({}), name)
})

test('a public server with gateways is read whole', () => {
  const read_ = read({
    ...PUBLIC,
    SALLYPORT_SMS_URL: 'https://sms.example.com/send',
    SALLYPORT_SMS_BODY: '{"to":"{to}","text":"{text}"}',
    SALLYPORT_SMS_HEADERS: '{"Authorization":"Bearer canary-sms"}',
    SALLYPORT_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32;192.0.2.1',
    SALLYPORT_METRICS_TOKEN: 'canary-metrics-token',
    SALLYPORT_ROOT_KEY_FILE: 'keys/root.key',
    SALLYPORT_NAME: 'Acme Accounts',
    SALLYPORT_REGISTRATION: 'closed',
  })
  assert.equal(read_.mail?.from, PUBLIC.SALLYPORT_MAIL_FROM)
  assert.equal(read_.sms?.method, 'POST')
  assert.deepEqual(read_.sms?.headers.open(), { Authorization: 'Bearer canary-sms' })
  assert.deepEqual(read_.trustedProxies, ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1'])
  assert.deepEqual(read_.rootKey, { kind: 'file', path: '/srv/sallyport/keys/root.key' })
})

test('J6: the secrets of a configuration do not print', () => {
  const secrets = {
    ...PUBLIC,
    SALLYPORT_SMS_URL: `${SMS}&key=canary-sms`,
    SALLYPORT_SMS_HEADERS: '{"Authorization":"Bearer canary-sms"}',
    SALLYPORT_METRICS_TOKEN: 'canary-metrics-token',
    SALLYPORT_ROOT_KEY: 'canary-root-key',
  }
  const configuration = read(secrets)
  for (const printed of [
    inspect(configuration, { depth: 9 }),
    JSON.stringify(configuration),
    String(configuration.mail?.url),
  ])
    assert.equal(printed.includes('canary'), false, printed)
})

const REFUSED: readonly (readonly [what: string, env: Record<string, string>, line: RegExp])[] = [
  ['an unknown variable', { SALLYPORT_COLOUR: 'red' }, /^SALLYPORT_COLOUR is not a variable of Sallyport/],
  ['an unknown variable that is empty', { SALLYPORT_ORIGN: '' }, /^SALLYPORT_ORIGN is not/],
  ['a port that is none', { SALLYPORT_PORT: '80x' }, /^SALLYPORT_PORT must be a port number/],
  [
    'one port for both',
    { SALLYPORT_PORT: '8081' },
    /^SALLYPORT_AUTHENTICATOR_PORT must be another port than SALLYPORT_PORT$/,
  ],
  [
    'one origin for both',
    { ...PUBLIC, SALLYPORT_AUTHENTICATOR_ORIGIN: PUBLIC.SALLYPORT_ORIGIN },
    /^SALLYPORT_AUTHENTICATOR_ORIGIN must be another origin than SALLYPORT_ORIGIN$/,
  ],
  [
    'an authenticator in clear beyond this machine',
    { SALLYPORT_AUTHENTICATOR_ORIGIN: 'http://codes.example.com' },
    /^SALLYPORT_AUTHENTICATOR_ORIGIN must be https/,
  ],
  ['a port too high', { SALLYPORT_PORT: '65536' }, /^SALLYPORT_PORT must/],
  ['a port below zero', { SALLYPORT_PORT: '-1' }, /^SALLYPORT_PORT must/],
  ["the authenticator's port", { SALLYPORT_AUTHENTICATOR_PORT: 'x' }, /^SALLYPORT_AUTHENTICATOR_PORT must/],
  [
    "the authenticator's origin",
    { SALLYPORT_AUTHENTICATOR_ORIGIN: 'x' },
    /^SALLYPORT_AUTHENTICATOR_ORIGIN must/,
  ],
  [
    'an origin that is none',
    { ...PUBLIC, SALLYPORT_ORIGIN: 'account.example.com' },
    /^SALLYPORT_ORIGIN must be an address/,
  ],
  ['an origin with a path', { ...PUBLIC, SALLYPORT_ORIGIN: 'https://example.com/account' }, /without a path/],
  [
    'an origin with a query',
    { ...PUBLIC, SALLYPORT_ORIGIN: 'https://example.com/?a' },
    /^SALLYPORT_ORIGIN must/,
  ],
  [
    'an origin with a user',
    { ...PUBLIC, SALLYPORT_ORIGIN: 'https://a@example.com' },
    /^SALLYPORT_ORIGIN must/,
  ],
  [
    'an origin of another kind',
    { ...PUBLIC, SALLYPORT_ORIGIN: 'ftp://example.com' },
    /^SALLYPORT_ORIGIN must/,
  ],
  ['plain http for others', { ...PUBLIC, SALLYPORT_ORIGIN: 'http://account.example.com' }, /must be https/],
  [
    'a public origin without mail',
    { SALLYPORT_ORIGIN: 'https://account.example.com' },
    /^SALLYPORT_SMTP_URL is needed/,
  ],
  [
    'production without mail',
    { NODE_ENV: 'production' },
    /^SALLYPORT_SMTP_URL is needed with NODE_ENV=production/,
  ],
  [
    'limits off for others',
    { ...PUBLIC, SALLYPORT_ADDRESS_LIMITS: 'off' },
    /^SALLYPORT_ADDRESS_LIMITS=off is for/,
  ],
  [
    'limits neither on nor off',
    { SALLYPORT_ADDRESS_LIMITS: 'no' },
    /^SALLYPORT_ADDRESS_LIMITS must be one of: on, off/,
  ],
  ['a name with a colon', { SALLYPORT_NAME: 'a:b' }, /^SALLYPORT_NAME must/],
  ['a name with a control character', { SALLYPORT_NAME: 'a\u0007b' }, /^SALLYPORT_NAME must/],
  ['a name too long', { SALLYPORT_NAME: 'a'.repeat(41) }, /^SALLYPORT_NAME must/],
  ['PostgreSQL', { SALLYPORT_DATABASE_URL: 'postgres://localhost/a' }, /not available yet/],
  [
    'another database',
    { SALLYPORT_DATABASE_URL: 'mysql://localhost/a' },
    /^SALLYPORT_DATABASE_URL must begin/,
  ],
  ['the strict profile', { SALLYPORT_PROFILE: 'strict' }, /not available yet/],
  ['another profile', { SALLYPORT_PROFILE: 'sole' }, /^SALLYPORT_PROFILE must be one of/],
  [
    'another registration',
    { SALLYPORT_REGISTRATION: 'yes' },
    /^SALLYPORT_REGISTRATION must be one of: first, open, closed/,
  ],
  ['two root keys', { SALLYPORT_ROOT_KEY: 'a', SALLYPORT_ROOT_KEY_FILE: 'b' }, /not both$/],
  ['a sender without a server', { SALLYPORT_MAIL_FROM: 'a@example.com' }, /^SALLYPORT_MAIL_FROM needs/],
  ['a server without a sender', { SALLYPORT_SMTP_URL: 'smtp://localhost' }, /^SALLYPORT_MAIL_FROM must/],
  [
    'a mail server of another kind',
    { SALLYPORT_SMTP_URL: 'http://localhost', SALLYPORT_MAIL_FROM: 'a@b.c' },
    /^SALLYPORT_SMTP_URL must/,
  ],
  [
    'a gateway without places',
    { SALLYPORT_SMS_URL: 'https://sms.example.com' },
    /must hold \{to\} and \{text\}/,
  ],
  [
    'a gateway over plain http',
    { SALLYPORT_SMS_URL: SMS.replace('https', 'http') },
    /^SALLYPORT_SMS_URL must be https/,
  ],
  ['parts of a gateway alone', { SALLYPORT_SMS_BODY: '{to}{text}' }, /need SALLYPORT_SMS_URL$/],
  [
    "a gateway's other method",
    { SALLYPORT_SMS_URL: SMS, SALLYPORT_SMS_METHOD: 'DELETE' },
    /^SALLYPORT_SMS_METHOD must/,
  ],
  [
    "a gateway's headers as a list",
    { SALLYPORT_SMS_URL: SMS, SALLYPORT_SMS_HEADERS: '["a"]' },
    /^SALLYPORT_SMS_HEADERS must/,
  ],
  [
    "a gateway's headers as no JSON",
    { SALLYPORT_SMS_URL: SMS, SALLYPORT_SMS_HEADERS: 'a: b' },
    /^SALLYPORT_SMS_HEADERS must/,
  ],
  [
    "a gateway's headers with numbers",
    { SALLYPORT_SMS_URL: SMS, SALLYPORT_SMS_HEADERS: '{"a":1}' },
    /^SALLYPORT_SMS_HEADERS must/,
  ],
  [
    'a file of places that is not there',
    { SALLYPORT_GEO_FILE: 'gone.mmdb' },
    /^SALLYPORT_GEO_FILE: .* cannot be read/,
  ],
  ['a folder for places', { SALLYPORT_GEO_FILE: '/' }, /^SALLYPORT_GEO_FILE: \/ cannot be read/],
  [
    'a file of places that is none',
    { SALLYPORT_GEO_FILE: import.meta.filename },
    /^SALLYPORT_GEO_FILE must be a whole file in the MaxMind DB format/,
  ],
  ['a proxy by name', { SALLYPORT_TRUSTED_PROXIES: 'proxy.internal' }, /^SALLYPORT_TRUSTED_PROXIES must/],
  [
    'a proxy that is no address',
    { SALLYPORT_TRUSTED_PROXIES: '10.0.0.0.0/8' },
    /^SALLYPORT_TRUSTED_PROXIES must/,
  ],
  ['a prefix too long', { SALLYPORT_TRUSTED_PROXIES: '10.0.0.0/33' }, /^SALLYPORT_TRUSTED_PROXIES must/],
  ['every proxy', { SALLYPORT_TRUSTED_PROXIES: 'true' }, /^SALLYPORT_TRUSTED_PROXIES must/],
  ['a short metrics token', { SALLYPORT_METRICS_TOKEN: 'short' }, /^SALLYPORT_METRICS_TOKEN must/],
  ['no workers', { SALLYPORT_WORKERS: '0' }, /^SALLYPORT_WORKERS must/],
  ['another log level', { SALLYPORT_LOG_LEVEL: 'loud' }, /^SALLYPORT_LOG_LEVEL must/],
]

for (const [what, env, line] of REFUSED) {
  test(`C19: ${what} stops the start with one clear line`, () => {
    assert.throws(
      () => read(env),
      (error) => {
        assert.ok(error instanceof ConfigurationError)
        assert.match(error.message, line)
        assert.doesNotMatch(error.message, /\n|canary/)
        return true
      },
    )
  })
}

test('without a mail gateway it listens for this machine alone, since the outbox holds codes', () => {
  const open = { SALLYPORT_HOST: '0.0.0.0' }
  assert.throws(() => readConfiguration(open, '/'), /SALLYPORT_SMTP_URL is needed where SALLYPORT_HOST/)
  const mail = { SALLYPORT_SMTP_URL: 'smtps://mail.example.com', SALLYPORT_MAIL_FROM: 'account@example.com' }
  assert.equal(readConfiguration({ ...open, ...mail }, '/').host, '0.0.0.0')
})
