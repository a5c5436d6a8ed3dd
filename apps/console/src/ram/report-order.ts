/** The order of the report as the address carries it: a field, with a hyphen before it where it runs downwards. */
import type { Call } from '@sallyport/contract'

export type Direction = 'asc' | 'desc'
export type ReportField = NonNullable<Call<'GET /api/ram/report'>['query']['sort']>
export type ReportOrder = { readonly sort: ReportField; readonly order: Direction }

/** What each order begins with when it is asked for first: names from A, moments from the latest. */
const begins: Readonly<Record<ReportField, Direction>> = {
  name: 'asc',
  boundAt: 'desc',
  lastUsedAt: 'desc',
  lastSignInAt: 'desc',
}

/** By name from A where the address says nothing that is known. */
export function readOrder(written: string): ReportOrder {
  const field = written.replace(/^-/, '')
  const known = Object.keys(begins).find((one): one is ReportField => one === field)
  return { sort: known ?? 'name', order: known !== undefined && written.startsWith('-') ? 'desc' : 'asc' }
}

/** What the address then holds after a field's head was pressed: its order, or that turned round. */
export function pressed(now: ReportOrder, field: ReportField): string {
  const turned = now.order === 'asc' ? 'desc' : 'asc'
  const order = now.sort === field ? turned : begins[field]
  if (field === 'name' && order === 'asc') return ''
  return `${order === 'desc' ? '-' : ''}${field}`
}
