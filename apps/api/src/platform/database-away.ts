/** What PostgreSQL says when it goes, comes up, or is a primary no longer (25006: reading only). Class 08 besides. */
const serverCodes: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', '25006'])
/** The network says the same of a bank, a scanner or a mail server: it counts only of what the database was asked. ENOENT: its socket on this machine is gone. */
const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
])
/** Prisma's own: not reachable, closed, no connection in time, the transaction is gone. */
const prismaCodes: ReadonlySet<string> = new Set(['P1001', 'P1002', 'P1017', 'P2024', 'P2028'])
const adapterKinds: ReadonlySet<string> = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout'])
/** The driver has no code for these. */
const driverWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|timeout: the database server says nothing)/

const ofDatabase = new WeakSet<object>()

/** Gives back what the driver threw, noted as the database's. */
export function asDatabaseError(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) ofDatabase.add(error)
  return error
}

export const isOfDatabase = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && ofDatabase.has(error)

/**
 * Whether the database could not be reached, or was lost while it was asked: it changes over to another machine, is restarted, or the
 * network between is gone. Whoever wrote something then does not know whether it was kept: a commit may have been carried out and its
 * answer lost.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, kind, message, cause, meta } = error as Record<string, unknown>
  if (typeof code === 'string' && isCodeOfAbsence(code)) return true
  if (typeof code === 'string' && networkCodes.has(code) && isOfDatabase(error)) return true
  if (typeof kind === 'string' && adapterKinds.has(kind)) return true
  if (typeof message === 'string' && driverWords.test(message)) return true
  const adapterError =
    typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta && meta.driverAdapterError
  return isDatabaseAway(cause, depth + 1) || isDatabaseAway(adapterError, depth + 1)
}

const isCodeOfAbsence = (code: string) => serverCodes.has(code) || prismaCodes.has(code) || /^08[0-9A-Z]{3}$/.test(code)

/** The server has no room to write: it reads on, and what was refused with this was not kept. */
const diskFull = '53100'

export function isDiskFull(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, originalCode, cause, meta } = error as Record<string, unknown>
  if (code === diskFull || originalCode === diskFull) return true
  return isDiskFull(cause, depth + 1) || (isObject(meta) && isDiskFull(meta['driverAdapterError'], depth + 1))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
