/** Every variable of the configuration with its default and meaning; the reference in the docs is written from it. */

export const variables = [
  {
    name: 'SALLYPORT_ORIGIN',
    default: '`http://localhost:<port>`',
    meaning:
      'Public origin. All links and cookies derive from it, never from request headers. `http` on this machine only.',
  },
  { name: 'SALLYPORT_HOST', default: '`127.0.0.1`', meaning: 'Address to listen on.' },
  { name: 'SALLYPORT_PORT', default: '`8080`', meaning: 'Port to listen on.' },
  {
    name: 'SALLYPORT_AUTHENTICATOR_PORT',
    default: '`8081`',
    meaning: "Port of the authenticator app's listener; `0` turns the app off.",
  },
  {
    name: 'SALLYPORT_AUTHENTICATOR_ORIGIN',
    default: '`http://localhost:<its port>`',
    meaning:
      "Public origin of the authenticator app; another than the console's, `http` on this machine only.",
  },
  {
    name: 'SALLYPORT_NAME',
    default: '`Sallyport`',
    meaning: 'Issuer in QR codes, name in mails and on pages.',
  },
  { name: 'SALLYPORT_DATA', default: '`./data`', meaning: 'Data folder: the database and the key file.' },
  {
    name: 'SALLYPORT_DATABASE_URL',
    default: 'SQLite in the data folder',
    meaning: '`postgres://…`; not available yet, a value stops the start.',
  },
  {
    name: 'SALLYPORT_SMTP_URL',
    default: 'none: the outbox page',
    meaning:
      '`smtp://` or `smtps://` with user and password inside. `smtp://` needs STARTTLS with a valid certificate except to this machine.',
  },
  {
    name: 'SALLYPORT_MAIL_FROM',
    default: 'none',
    meaning: 'Sender of mails; needed with `SALLYPORT_SMTP_URL`.',
  },
  {
    name: 'SALLYPORT_SMS_URL',
    default: 'none: the outbox page',
    meaning: 'HTTP gateway for text messages: a URL with `{to}` and `{text}` in it or in the body.',
  },
  {
    name: 'SALLYPORT_SMS_METHOD',
    default: '`GET`, with a body `POST`',
    meaning: 'Method of the gateway: `GET`, `POST` or `PUT`.',
  },
  { name: 'SALLYPORT_SMS_HEADERS', default: 'none', meaning: 'Headers for the gateway, as a JSON object.' },
  {
    name: 'SALLYPORT_SMS_BODY',
    default: 'none',
    meaning: 'Body for the gateway, with `{to}` and `{text}`; JSON where it begins with `{`, else a form.',
  },
  {
    name: 'SALLYPORT_ROOT_KEY_FILE',
    default: '`root.key` made in the data folder, mode 0600',
    meaning: 'File with the root key for secrets at rest: 32 bytes as base64.',
  },
  { name: 'SALLYPORT_ROOT_KEY', default: 'none', meaning: 'The root key itself, in place of a file.' },
  {
    name: 'SALLYPORT_GEO_FILE',
    default: 'none: no countries, no speed',
    meaning:
      'File in the MaxMind DB format (`.mmdb`) by which unusual sign-ins are told by country and speed. Read at the start; no address leaves the machine.',
  },
  {
    name: 'SALLYPORT_REGISTRATION',
    default: '`first`',
    meaning: 'Who may create an account: `first` only with the set-up link, `open`, `closed`.',
  },
  {
    name: 'SALLYPORT_PROFILE',
    default: '`standard`',
    meaning: '`standard`; `strict` is not available yet and stops the start.',
  },
  {
    name: 'SALLYPORT_TRUSTED_PROXIES',
    default: 'none',
    meaning: 'CIDRs whose forwarding headers count, separated by commas.',
  },
  {
    name: 'SALLYPORT_ADDRESS_LIMITS',
    default: '`on`',
    meaning: '`off` only on an origin on this machine, for load tests.',
  },
  {
    name: 'SALLYPORT_METRICS_TOKEN',
    default: 'none',
    meaning: 'Bearer token for `/metrics`; without it only peers on this machine, never a forwarded request.',
  },
  { name: 'SALLYPORT_WORKERS', default: 'cores', meaning: 'Threads that hash passwords.' },
  {
    name: 'SALLYPORT_LOG_LEVEL',
    default: '`info`',
    meaning:
      '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`; JSON when not a terminal, on standard error.',
  },
] as const satisfies readonly { name: `SALLYPORT_${string}`; default: string; meaning: string }[]

export type VariableName = (typeof variables)[number]['name']
