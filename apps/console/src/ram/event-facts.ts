/** What an event of the audit trail holds beyond what happened, in words of the console. */
import type { RamTexts } from '../text/en-ram.ts'
import type { AuditEvent } from './audit-file.ts'

export type Fact = { readonly label: string; readonly value: string }

/** Told elsewhere in the row, or of use to programs alone. */
const untold = new Set(['deviceId', 'deviceName', 'method', 'purpose', 'unusual', 'name'])

/** In the order in which the trail holds them; a name that this page does not know yet stands for itself. */
export function factsOf(
  { details }: Pick<AuditEvent, 'details'>,
  { ram }: { ram: RamTexts },
): readonly Fact[] {
  const labels: Readonly<Record<string, string>> = ram.facts.labels
  return Object.entries(details)
    .filter(([name, value]) => !untold.has(name) && value !== '')
    .map(([name, value]) => ({
      label: own(labels, name) ?? name,
      value: valueWords(name, value, ram),
    }))
}

function valueWords(name: string, value: string | number | boolean, ram: RamTexts): string {
  if (typeof value === 'boolean') return value ? ram.facts.yes : ram.facts.no
  if (typeof value === 'number') return String(value)
  if (name === 'role' || (name === 'before' && own(ram.roles, value) !== undefined))
    return own(ram.roles, value) ?? value
  if (name === 'whoMust') return own(ram.settings.whoOptions, value) ?? value
  if (name === 'firstPassword') return own(ram.facts.firstPasswords, value) ?? value
  if (name === 'fields')
    return value
      .split(' ')
      .map((field) => own(ram.facts.fields, field) ?? field)
      .join(ram.facts.comma)
  if (name === 'identityMethods')
    return value
      .split(' ')
      .map((method) => own(ram.facts.methods, method) ?? method)
      .join(ram.facts.comma)
  return value
}

function own(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}
