/** What stands under a long list: the way to more. */
import { Button } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import type { Listed } from './use-listed.ts'

/** Nothing at the list's end. */
export function ListFoot({ list }: { readonly list: Listed<unknown> }) {
  const { ram } = useTexts()
  if (!list.hasMore) return null
  return (
    <div>
      <Button busy={list.busy} onClick={list.more}>
        {ram.more}
      </Button>
    </div>
  )
}
