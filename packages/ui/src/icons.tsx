/** The few signs the parts draw: 20 px, the text's colour, hidden from screen readers since a word stands beside each. */
import type { ReactNode } from 'react'

/** The names of the signs. */
export type IconName =
  | 'eye'
  | 'eye-off'
  | 'copy'
  | 'tick'
  | 'cross'
  | 'info'
  | 'alert'
  | 'chevron'
  | 'more'
  | 'renew'

const drawings: Record<IconName, ReactNode> = {
  eye: (
    <>
      <path d="M1.8 10s3-5.5 8.2-5.5 8.2 5.5 8.2 5.5-3 5.5-8.2 5.5S1.8 10 1.8 10z" />
      <circle cx="10" cy="10" r="2.4" />
    </>
  ),
  'eye-off': (
    <>
      <path d="M8 4.8q1-.3 2-.3c5.2 0 8.2 5.5 8.2 5.5a14 14 0 0 1-2.3 2.9M5.3 5.9A13.5 13.5 0 0 0 1.8 10s3 5.5 8.2 5.5a8 8 0 0 0 4-1.1" />
      <path d="m3 3 14 14" />
    </>
  ),
  copy: (
    <>
      <rect x="7" y="7" width="10" height="10" rx="2" />
      <path d="M13 7V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h2" />
    </>
  ),
  tick: <path d="m4 10.5 4 4 8-9" />,
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.2v4.3M10 6.4v.1" />
    </>
  ),
  alert: (
    <>
      <path d="M10 2.8 18 16.8H2z" />
      <path d="M10 8v4.2M10 14.4v.1" />
    </>
  ),
  renew: (
    <>
      <path d="M16.5 10a6.5 6.5 0 1 1-2-4.7" />
      <path d="M16.8 2.8v3.4h-3.4" />
    </>
  ),
  more: <path d="M4.5 10v.1M10 10v.1M15.5 10v.1" strokeWidth="2.6" />,
  chevron: <path d="m5.5 8 4.5 4.5L14.5 8" />,
}

/** One sign. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  )
}
