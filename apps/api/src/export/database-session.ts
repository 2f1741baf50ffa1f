import pg from 'pg'

// Written for hours of work on one connection: the limits of a request do not hold for it.

const settings = `SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL jit = off;
  SET LOCAL TIME ZONE 'UTC'; SET LOCAL row_security = off`

/**
 * One transaction from the first to the last statement of `work`. A row that the connection may not see fails it, instead of being
 * left out in silence (`row_security`). Nobody else may be asking the embedded database meanwhile: it has one session.
 */
export async function inOneTransaction<T>(
  connectionString: string,
  mode: 'READ ONLY' | 'READ WRITE',
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString })
  // A connection that breaks fails the statement that waits on it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ ${mode}; ${settings}`)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}
