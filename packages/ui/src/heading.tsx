/** A heading; the page's first one can take focus when a step changes, so that a screen reader reads it. */
import { type ReactNode, useEffect, useRef } from 'react'

/** `focus` moves focus to it when it appears. */
export function Heading({
  level = 1,
  focus = false,
  id,
  headingRef,
  children,
}: {
  readonly level?: 1 | 2 | 3 | undefined
  readonly focus?: boolean | undefined
  readonly id?: string | undefined
  /** Makes it a place that can be given the focus. */
  readonly headingRef?: { current: HTMLHeadingElement | null } | undefined
  readonly children: ReactNode
}) {
  const own = useRef<HTMLHeadingElement>(null)
  const heading = headingRef ?? own
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus, heading])
  const Tag = `h${level}` as const
  return (
    <Tag id={id} ref={heading} tabIndex={focus || headingRef !== undefined ? -1 : undefined}>
      {children}
    </Tag>
  )
}
