/** The tab's title: the page's heading, then the site. */
import { useEffect } from 'react'

/** Follows the heading as steps and language change. */
export function useTitle(heading: string, site: string): void {
  useEffect(() => {
    document.title = `${heading} · ${site}`
  }, [heading, site])
}
