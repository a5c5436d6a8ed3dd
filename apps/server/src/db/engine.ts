/** What differs in SQL text between the engines, so that migrations are written once. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres'
  /** 64-bit integer column type. */
  readonly integer: string
  /** Table options, such as STRICT. */
  readonly options: string
}

export const sqliteEngine: Engine = { name: 'sqlite', integer: 'INTEGER', options: 'STRICT, WITHOUT ROWID' }
