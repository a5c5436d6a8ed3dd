/** Whom an account's settings oblige to have MFA. */
import type { ChosenSettings } from './settings.ts'

/** A marked user is obliged whatever the settings say. Unusual sign-ins oblige by what happens, not by who somebody is. */
export function isObliged(
  { whoMust }: Pick<ChosenSettings, 'whoMust'>,
  user: { readonly mfaBindRequired: boolean },
): boolean {
  return whoMust === 'everyone' || user.mfaBindRequired
}
