/** Some refusals mean that this page is not for this browser now: where they lead. */
import type { Refused } from '../wire/call.ts'

const setUpPage = '/security/mfa/set-up'
const newPasswordPage = '/new-password'

/** Where a refusal leads from a page, or null where the page itself deals with it. */
export function wayOut(code: Refused['code'], pathname: string, search = ''): string | null {
  if (code === 'sign_in_needed' || code === 'second_step_needed')
    return `/sign-in?to=${encodeURIComponent(pathname + search)}`
  if (code === 'mfa_setup_required' && pathname !== setUpPage)
    return `${setUpPage}?to=${encodeURIComponent(pathname + search)}`
  if (code === 'new_password_required' && pathname !== newPasswordPage)
    return `${newPasswordPage}?to=${encodeURIComponent(pathname + search)}`
  return null
}

/** Goes there with a full load; says whether it does. */
export function leaveWhereDue(refused: Refused): boolean {
  const way = wayOut(refused.code, location.pathname, location.search)
  if (way === null) return false
  location.replace(way)
  return true
}
