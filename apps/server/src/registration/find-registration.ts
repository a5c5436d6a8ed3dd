/** Finds the registration that this browser began. */
import { hashToken } from '../crypto/token.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import type { RegistrationDeps } from './deps.ts'
import type { Registration } from './registration.ts'

/**
 * The token of the cookie is all that finds it. What was begun before registration was closed does not go on.
 *
 * Refuses: registration_expired.
 */
export async function findRegistration(
  deps: Pick<RegistrationDeps, 'read' | 'clock' | 'mode'>,
  token: Secret<string> | undefined,
): Promise<Registration | Refused> {
  const registration = token && (await deps.read.registrations.find(hashToken('registration', token)))
  if (registration === undefined || deps.clock.now() >= registration.expiresAt || deps.mode === 'closed')
    return refuse('registration_expired')
  return registration
}
