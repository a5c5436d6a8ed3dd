/** A card with a small title over its rows. */
import { type ReactNode, type Ref, useId } from 'react'
import styles from './card.module.css'

/** A region named by its title. */
export function CardSection({
  title,
  headingRef,
  children,
}: {
  readonly title: string
  /** Makes the title a place that can be given the focus. */
  readonly headingRef?: Ref<HTMLHeadingElement> | undefined
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <h2
        className={styles['title']}
        id={id}
        ref={headingRef}
        tabIndex={headingRef === undefined ? undefined : -1}
      >
        {title}
      </h2>
      {children}
    </section>
  )
}
