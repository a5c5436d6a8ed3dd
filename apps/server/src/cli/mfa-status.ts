/** `sallyport mfa status`: which second factors a principal has. */
import { toRfc3339 } from '../kernel/clock.ts'
import { clockOffsetSeconds, serialOf } from '../totp/mfa-device.ts'
import { findPrincipal } from './find-principal.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

export function mfaStatus(terminal: Terminal): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async ({ read }) => {
    const principal = await findPrincipal(read, typed, terminal.clock.now())
    if (principal === undefined) {
      terminal.err(`sallyport mfa status: nobody signs in as ${typed}`)
      return FAILED
    }
    const devices = (await read.totp.list(principal)).map((device) => ({
      name: device.name,
      serial: serialOf(device),
      boundAt: toRfc3339(device.boundAt),
      lastUsedAt: device.lastUsedAt === undefined ? null : toRfc3339(device.lastUsedAt),
      clockOffsetSeconds: clockOffsetSeconds(device),
    }))
    const recoveryCodesLeft = await read.recoveryCodes.count(principal)
    if (terminal.json) {
      const { name, accountId } = principal
      terminal.out(JSON.stringify({ principal: name, accountId, devices, recoveryCodesLeft }))
      return DONE
    }
    terminal.out(`${principal.name}, account ${principal.accountId}`)
    terminal.out(`Virtual MFA: ${devices.length === 0 ? 'not set up' : 'on'}`)
    for (const { name, boundAt, lastUsedAt } of devices)
      terminal.out(`  ${name}, bound ${boundAt}, last used ${lastUsedAt ?? 'never'}`)
    terminal.out(`Recovery codes left: ${recoveryCodesLeft}`)
    return DONE
  })
}
