/** A sentence of the texts with things other than words in its `{places}`: times, names, addresses. */
import { Fragment, type ReactNode } from 'react'
import { partsOf } from './parts-of.ts'

/** A place that nothing is given for stays empty. */
export function Worded({
  text,
  values,
}: {
  readonly text: string
  readonly values: Readonly<Record<string, ReactNode>>
}) {
  return partsOf(text).map((part) => (
    <Fragment key={part.at}>{part.place === null ? part.words : values[part.place]}</Fragment>
  ))
}
