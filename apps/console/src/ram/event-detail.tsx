/** What an event holds: a few facts in a line, many behind a word. */
import { useTexts } from '../text/use-texts.tsx'
import type { AuditEvent } from './audit-file.ts'
import { type Fact, factsOf } from './event-facts.ts'
import styles from './ram.module.css'

/** So many stand in the line itself. */
const IN_LINE = 4

export function EventDetail({ event }: { readonly event: AuditEvent }) {
  const { ram } = useTexts()
  const facts = factsOf(event, { ram })
  if (facts.length === 0) return null
  if (facts.length <= IN_LINE) return <small>{facts.map(inWords).join(' · ')}</small>
  return (
    <details className={styles['detail']}>
      <summary>{ram.facts.show}</summary>
      <ul>
        {facts.map((fact) => (
          <li key={fact.label}>{inWords(fact)}</li>
        ))}
      </ul>
    </details>
  )
}

function inWords({ label, value }: Fact): string {
  return `${label}: ${value}`
}
