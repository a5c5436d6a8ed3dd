/** Reads who an account belongs to: the label, and the issuer that stands beside it. */
import type { OtpauthRemark } from './otpauth-uri.ts'
import { cut, decodePart, decodeValue } from './split-uri.ts'

export type Names = {
  readonly issuer: string
  readonly account: string
  /** The label's prefix where it is not the issuer. */
  readonly note: string
  readonly remarks: readonly OtpauthRemark[]
}

/**
 * Reads the label `issuer:account` or `account`, and the parameter `issuer`.
 *
 * The parameter wins over the prefix, since that is what most apps show. The label is split at the first colon; an
 * encoded one counts only where there is no raw one.
 */
export function readNames(label: string, issuerValue: string | undefined): Names {
  const { prefix, account } = splitLabel(label)
  const parameter = decodeValue(issuerValue ?? '').trim()
  const issuer = parameter === '' ? prefix : parameter
  const differs = prefix !== '' && !isSameName(prefix, issuer)

  const remarks: OtpauthRemark[] = []
  if (differs) remarks.push('prefix_differs')
  if (issuer === '' && account === '') remarks.push('no_name')
  if (issuer === '' && account !== '' && !/[@\d]/.test(account)) remarks.push('account_as_title')
  return { issuer, account, note: differs ? prefix : '', remarks }
}

function splitLabel(label: string): { prefix: string; account: string } {
  const text = label.includes(':') ? label : decodePart(label)
  if (!text.includes(':')) return { prefix: '', account: text.trim() }
  const [prefix, account] = cut(text, ':')
  if (text !== label) return { prefix: prefix.trim(), account: account.trim() }
  return { prefix: decodePart(prefix).trim(), account: decodePart(account).trim() }
}

function isSameName(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function bare(name: string): string {
  return name.replace(/\s/g, '').toLowerCase()
}
