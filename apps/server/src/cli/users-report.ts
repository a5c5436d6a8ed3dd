/** `sallyport users report`: the credential report of an account. */
import { credentialReport } from '../ram-report/credential-report.ts'
import { onAccount } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

/** CSV with the cloud's column names; in JSON one object a line of it. */
export function reportAccountUsers(terminal: Terminal): Promise<number> {
  return onAccount(terminal, 'users report', async (world, { accountId }) => {
    const lines = (await credentialReport(world, accountId)).trimEnd().split('\r\n')
    if (!terminal.json) {
      for (const line of lines) terminal.out(line)
      return DONE
    }
    const [columns = [], ...rows] = lines.map((line) => line.split(','))
    const users = rows.map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
    )
    terminal.out(JSON.stringify({ accountId, users }))
    return DONE
  })
}
