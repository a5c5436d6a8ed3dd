/** How SQLite would run the statements of a store, for tests that a list never reads a whole table. */
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Sql } from '../db/database.ts'
import type { TestDatabase } from './test-database.ts'

type Plugin = Parameters<Sql['withPlugin']>[0]
type Node = Parameters<Plugin['transformQuery']>[0]['node']

/** The plan of each statement that `act` sends, its steps one a line. */
export async function queryPlans(
  database: TestDatabase,
  act: (sql: Sql) => Promise<unknown>,
): Promise<readonly string[]> {
  const nodes: Node[] = []
  const watching: Plugin = {
    transformQuery({ node }) {
      nodes.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await act(database.read.withPlugin(watching))
  const native = new DatabaseSync(join(database.folder, 'sallyport.db'))
  try {
    return nodes.map((node) => {
      const { sql, parameters } = database.read.getExecutor().compileQuery(node, { queryId: 'plan' })
      const steps = native
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...(parameters as readonly SQLInputValue[]))
      return steps.map((step) => String(step['detail'])).join('\n')
    })
  } finally {
    native.close()
  }
}
