/** The words of the sign-in entry in the page's language. */
import { useLanguage } from '@sallyport/ui'
import { type SignInEntryTexts, signInTexts } from './sign-in-texts.ts'

/** For `src/sign-in/` alone; the other pages have `useTexts`. */
export function useSignInTexts(): SignInEntryTexts {
  return signInTexts[useLanguage().language]
}
