/** A heading; the page's first one can take focus when a step changes, so that a screen reader reads it. */
import { type ReactNode, useEffect, useRef } from 'react'

/** `focus` moves focus to it when it appears. */
export function Heading({
  level = 1,
  focus = false,
  id,
  children,
}: {
  readonly level?: 1 | 2 | 3 | undefined
  readonly focus?: boolean | undefined
  readonly id?: string | undefined
  readonly children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  const Tag = `h${level}` as const
  return (
    <Tag id={id} ref={heading} tabIndex={focus ? -1 : undefined}>
      {children}
    </Tag>
  )
}
