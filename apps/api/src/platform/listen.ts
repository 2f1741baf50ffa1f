import pg from 'pg'

/** What a channel of the database says to whoever listens. */
export interface Listener {
  /** A message was sent, and its transaction committed. */
  message(payload: string): void
  /** From now on every message arrives, until `lost`. */
  ready(): void
  /** The connection is gone or cannot be trusted to be there: messages may have been missed. */
  lost(): void
}

const retryMs = 1_000
/** A pooler that gives each transaction another session takes LISTEN and delivers nothing. */
const echoMs = 5_000

/**
 * Listens on a channel through a connection of its own, again whenever it breaks, until the function it gives is called. `ready` is
 * said once a message of our own has come back.
 */
export function listen(connectionString: string, channel: string, listener: Listener): () => Promise<void> {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: echoMs })
    client = next
    const echo = crypto.randomUUID()
    const deaf = setTimeout(() => void next.end().catch(() => undefined), echoMs)
    let over = false
    const end = () => {
      clearTimeout(deaf)
      if (over) return
      over = true
      listener.lost()
      if (!closed) retry = setTimeout(() => void open(), retryMs).unref()
    }
    next.on('error', end)
    next.on('end', end)
    next.on('notification', ({ payload = '' }) => {
      if (payload !== echo) return listener.message(payload)
      clearTimeout(deaf)
      return over ? undefined : listener.ready()
    })
    try {
      await next.connect()
      await next.query(`LISTEN ${next.escapeIdentifier(channel)}`)
      await next.query('SELECT pg_notify($1, $2)', [channel, echo])
    } catch {
      end()
      await next.end().catch(() => undefined)
    }
  }

  void open()
  return async () => {
    closed = true
    clearTimeout(retry)
    await client?.end().catch(() => undefined)
  }
}
