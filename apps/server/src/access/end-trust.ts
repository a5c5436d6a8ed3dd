/** Takes the trust off browsers that stood in for the second step. */
import type { DeviceStore } from '../devices/store.ts'
import type { KnownDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { SessionStore } from '../sessions/store.ts'

/**
 * Of one browser or of all; they stay known. Sessions that the trust opened end with it, but for one. What raises the
 * security version ends all trust by itself: a change of password or factors, a reset, a suspension, a role.
 *
 * @returns how many browsers were trusted
 */
export async function endTrust(
  stores: { devices: DeviceStore; sessions: SessionStore },
  principal: Principal,
  of: { device?: KnownDeviceId; keep?: SessionId },
): Promise<number> {
  const ended = await stores.devices.endTrust(principal, of.device)
  await stores.sessions.endTrusted(principal, of)
  return ended
}
