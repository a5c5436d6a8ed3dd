/** The time for the codes: one clock for all rows, by the device or as the user had it corrected. */
import { useNow } from '@sallyport/ui'
import { useContent } from '../vault/vault-context.tsx'

/** Whole seconds since 1970, drawn again each second. */
export function useTicking(): number {
  const { settings } = useContent()
  return Math.floor((useNow(500) + settings.clockOffsetMs) / 1000)
}
