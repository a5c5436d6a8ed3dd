/** A card with a small title over its rows. */
import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

/** A region named by its title. */
export function CardSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <h2 className={styles['title']} id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
