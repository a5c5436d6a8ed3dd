/** The accounts that stand in the fixtures; secrets are invented or from published vectors. */

export const plainSecret = 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ'
export const longSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA'
export const counterSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
export const steamSecret = '63BEDWCQZKTQWPESARIERL5DTTQFCJTK'
export const yandexSecret = '6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY'
/** Hexadecimal, as mOTP has it, and the same bytes in base32. */
export const motpHex = 'e3152afee62599c8'
export const motpSecret = '4MKSV7XGEWM4Q'

/** What an expected list says of each. */
export const plain = { issuer: 'ACME Co', account: 'john.doe@email.com', secret: plainSecret }
export const long = {
  issuer: 'Bank of Examples',
  account: 'ann',
  secret: longSecret,
  code: { kind: 'totp', algorithm: 'SHA256', digits: 8, periodSeconds: 60 },
}
export const counter = {
  issuer: 'Counting House',
  account: 'ben+codes@example.org',
  secret: counterSecret,
  code: { kind: 'hotp', digits: 7, counter: '41' },
}
export const steam = { issuer: 'Steam', account: 'gordon', secret: steamSecret, code: { kind: 'steam' } }
export const yandex = {
  issuer: 'Yandex',
  account: 'ivan',
  secret: yandexSecret,
  code: { kind: 'yandex', pin: '5239' },
}
export const motp = { issuer: 'VPN', account: 'eve', secret: motpSecret, code: { kind: 'motp', pin: '1234' } }
export const unicode = { issuer: 'Śniadanie & Söhne', account: '李雷 "lei"', secret: 'JBSWY3DPEHPK3PXP' }
