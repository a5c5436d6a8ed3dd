/** Filters of a list in the page's address, so that a view can be shared and survives a reload. */
import { useSearchParams } from 'react-router'

/** What is set, and the way to set it; an empty value leaves the address. */
export type Filters<Name extends string> = {
  readonly values: Readonly<Record<Name, string>>
  readonly set: (name: Name, value: string) => void
  readonly clear: () => void
  /** The address with one filter set, for a link. */
  readonly address: (name: Name, value: string) => string
  readonly any: boolean
}

/** A change replaces the address: the way back leads to the page before, not through every letter typed. */
export function useFilters<const Name extends string>(names: readonly Name[]): Filters<Name> {
  const [params, setParams] = useSearchParams()
  const values = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Record<
    Name,
    string
  >
  return {
    values,
    any: names.some((name) => values[name] !== ''),
    set: (name, value) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          if (value === '') next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    address: (name, value) => {
      const next = new URLSearchParams(params)
      next.set(name, value)
      return `?${next}`
    },
    clear: () => setParams({}, { replace: true, preventScrollReset: true }),
  }
}

/** The value where it is one of those that a filter knows, else undefined: an address may hold anything. */
export function oneOf<const Value extends string>(value: string, known: readonly Value[]): Value | undefined {
  return known.find((one) => one === value)
}
