import pg from 'pg'

/** What the driver's types leave out of its own statement. */
interface DriversStatement {
  name?: string | undefined
  queryMode?: 'extended'
  callback?: (error: Error | null, result?: unknown) => void
  readonly types?: unknown
  submit(connection: pg.Connection): Error | null
  prepare(connection: pg.Connection): void
  handleRowDescription(message: unknown): void
  handleCommandComplete(message: unknown, connection: pg.Connection): void
  /** The columns, what reads each of them, and an empty row. */
  readonly _result: { fields: unknown[]; _parsers: unknown; _prebuiltEmptyResultObject: unknown }
  _accumulateRows: boolean
}
type Columns = Pick<DriversStatement['_result'], 'fields' | '_parsers' | '_prebuiltEmptyResultObject'>

const Statement = pg.Query as unknown as new (...given: readonly unknown[]) => DriversStatement

interface Described {
  /** By the statement's name. */
  readonly columns: Map<string, Columns>
  /** The connection as it is, but that what its answers look like is not asked for. */
  readonly silent: pg.Connection
}
const described = new WeakMap<pg.Connection, Described>()

function describedOn(connection: pg.Connection): Described {
  const known = described.get(connection)
  if (known) return known
  const silent: pg.Connection = Object.create(connection, { describe: { value: () => undefined } })
  const made = { columns: new Map<string, Columns>(), silent }
  described.set(connection, made)
  return made
}

interface Sender {
  beforeSending(statement: TenantStatement, connection: pg.Connection): void
}

/**
 * A statement that something else is sent before, all of it in one packet. What its rows look like is asked once for each name
 * on each connection: the database itself holds a prepared statement to the columns that it was prepared with.
 */
export class TenantStatement extends Statement {
  /** Who is told just before it goes. Not a function of its own: what that holds lives on until the next full collection. */
  sender: Sender | undefined
  #comesSecond = false
  #columns: Map<string, Columns> | undefined

  constructor(given: readonly unknown[]) {
    super(...given)
  }

  /** The first answer is not its own. */
  comesSecond(): void {
    this.queryMode = 'extended'
    this.#comesSecond = true
  }

  override submit(connection: pg.Connection): Error | null {
    connection.stream.cork()
    try {
      this.sender?.beforeSending(this, connection)
      return super.submit(connection)
    } finally {
      connection.stream.uncork()
    }
  }

  override prepare(connection: pg.Connection): void {
    if (!this.name || this.types) return super.prepare(connection)
    const { columns, silent } = describedOn(connection)
    const known = columns.get(this.name)
    if (!known) {
      this.#columns = columns
      return super.prepare(connection)
    }
    Object.assign(this._result, known)
    this._accumulateRows = true
    return super.prepare(silent)
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message)
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result
    if (this.name) this.#columns?.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject })
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#comesSecond) this.#comesSecond = false
    else super.handleCommandComplete(message, connection)
  }
}
