/** Says that something went wrong that no view has words for, so that nobody believes it was kept. */

import { useEffect, useRef } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { useToast } from './use-toast.ts'

export function FaultToast() {
  const { vault } = useTexts()
  const toast = useToast()
  const say = useRef<() => void>(() => undefined)
  useEffect(() => {
    say.current = () => toast({ message: vault.fault })
  })
  useEffect(() => {
    const onFault = (): void => say.current()
    addEventListener('unhandledrejection', onFault)
    return () => removeEventListener('unhandledrejection', onFault)
  }, [])
  return null
}
