/** Group commit: transactions that wait at the same moment share one commit, each in a savepoint of its own. */
import type { Sql } from './database.ts'

/** So that the first of a group never waits for more than this many others. */
const LARGEST_GROUP = 64

type Job = {
  readonly run: () => Promise<void>
  readonly settle: () => void
  readonly fail: (fault: unknown) => void
}

type Commits = {
  readonly transact: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** Resolves when no transaction is waiting or running. */
  readonly drained: () => Promise<void>
}

/**
 * Queues transactions on one connection. A group begins on the next turn of the event loop, so everything that arrived
 * in this turn joins it; nobody hears an answer before the group's commit is on disk. A work that throws is rolled back
 * to its savepoint alone; a commit that fails fails the whole group.
 */
export function groupCommits(connection: { exec: (text: string) => void; sql: Sql }): Commits {
  const waiting: Job[] = []
  let running: Promise<void> | undefined

  async function runGroup(): Promise<void> {
    const group = waiting.splice(0, LARGEST_GROUP)
    try {
      connection.exec('BEGIN IMMEDIATE')
      for (const job of group) await job.run()
      connection.exec('COMMIT')
    } catch (fault) {
      try {
        connection.exec('ROLLBACK')
      } catch {
        // The engine may have rolled back by itself; the first fault is the one to tell.
      }
      for (const job of group) job.fail(fault)
      return
    }
    for (const job of group) job.settle()
  }

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      await runGroup()
    }
    running = undefined
  }

  function transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let settle: () => void = () => reject(new Error('transaction was not run'))
      waiting.push({
        async run() {
          connection.exec('SAVEPOINT work')
          try {
            const value = await work(connection.sql)
            connection.exec('RELEASE work')
            settle = () => resolve(value)
          } catch (fault) {
            connection.exec('ROLLBACK TO work')
            connection.exec('RELEASE work')
            settle = () => reject(fault)
          }
        },
        settle: () => settle(),
        fail: reject,
      })
      running ??= runAll()
    })
  }

  return {
    transact,
    async drained() {
      while (running !== undefined) await running
    },
  }
}
