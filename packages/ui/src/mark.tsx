/** The product's mark, an arch within an arch, with its name. */
import styles from './drawing.module.css'

/** A link where `href` is given. */
export function Mark({ name, href }: { readonly name: string; readonly href?: string | undefined }) {
  const inside = (
    <>
      <svg
        aria-hidden="true"
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      >
        <path d="M3 21V11a9 9 0 0 1 18 0v10z" />
        <path d="M8 21v-9a4 4 0 0 1 8 0v9" />
        <path d="M12 13.5v3" strokeLinecap="round" />
      </svg>
      <span>{name}</span>
    </>
  )
  return href === undefined ? (
    <div className={styles['mark']}>{inside}</div>
  ) : (
    <a className={styles['mark']} href={href}>
      {inside}
    </a>
  )
}
