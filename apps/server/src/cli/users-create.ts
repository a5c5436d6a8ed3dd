/** `sallyport users create`: a RAM user, with an invitation or a generated password. */
import { isRefused } from '../kernel/refusal.ts'
import { createUser } from '../ram-users/create-user.ts'
import { signInName } from '../users/user.ts'
import { onAccount, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

/** The password goes to standard output, this once; the invitation is sent by the server when it runs. */
export function createAccountUser(terminal: Terminal): Promise<number> {
  const [, name = '', email = ''] = terminal.args
  return onAccount(terminal, 'users create', async (world, operator) => {
    const typed =
      email === '-'
        ? ({ name, firstPassword: 'generated', mfaBindRequired: false } as const)
        : ({ name, email, firstPassword: 'invitation', mfaBindRequired: false } as const)
    const made = await createUser(world, operator, typed, operatorContext(terminal))
    if (isRefused(made)) return tellRefused(terminal, 'users create', made)
    const called = signInName(made.user, await world.read.settings.aliasOf(operator.accountId))
    const password = made.generatedPassword?.open()
    if (terminal.json) {
      const { accountId } = operator
      terminal.out(JSON.stringify({ user: called, accountId, generatedPassword: password ?? null }))
      return DONE
    }
    terminal.out(called)
    terminal.out(
      password === undefined
        ? `An invitation goes to ${made.user.email}. It works for 24 hours, once.`
        : `First password: ${password} (works for 72 hours and must be changed)`,
    )
    return DONE
  })
}
