/** Puts a text on the clipboard and says so in place. */
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import type { ButtonLook } from './button-class.ts'
import { Icon } from './icons.tsx'
import { useUiWords } from './ui-words.tsx'

/** Says for 2 seconds that it was copied, or what to do where the browser refuses. */
export function CopyButton({
  text,
  label,
  kind = 'quiet',
  size = 'small',
}: ButtonLook & { readonly text: string; readonly label: string }) {
  const words = useUiWords()
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), said === 'copied' ? 2000 : 6000)
    return () => clearTimeout(timer)
  }, [said])
  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('failed'),
    )
  }
  return (
    <>
      <Button kind={kind} size={size} onClick={copy}>
        <Icon name={said === 'copied' ? 'tick' : 'copy'} size={18} />
        {said === 'copied' ? words.copied : label}
      </Button>
      <span role="status">{said === 'failed' && words.copyFailed}</span>
    </>
  )
}
