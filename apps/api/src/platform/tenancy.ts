import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { OfficeEntrance, OfficeGate } from './office-gates.ts'
import { TenantStatement } from './tenant-statement.ts'

/**
 * For whom a request reads and writes. Whatever is asked of the database for an employer or an insured person runs under a role of
 * theirs, to which the database's own policies show only their rows (ADR 72).
 */
export interface Tenant {
  readonly accountId: string
  readonly employerId?: string
  readonly individualId?: string
}

/** Who asks. Where nobody has said so nothing is answered: what has lost its request must not ask as the office (ADR 81). */
interface Asking {
  who: Tenant | 'OFFICE' | 'NOBODY'
  by?: OfficeGate | OfficeEntrance
}

const acting = new AsyncLocalStorage<Asking | undefined>()
const whoAsks = (): Asking['who'] => acting.getStore()?.who ?? 'NOBODY'

/** By which gate or entrance the office asks; `REQUEST` where a request named its viewer or is yet to, nothing where nobody said who asks. */
export function askedBy(): OfficeGate | OfficeEntrance | 'REQUEST' | undefined {
  const asking = acting.getStore()
  return asking && (asking.by ?? 'REQUEST')
}

/** Everything asked within, Prisma's and plain SQL alike, is asked as this tenant; for a viewer without rows of their own as the office. */
export const asTenant = async <T>(tenant: Tenant | undefined, work: () => PromiseLike<T>): Promise<T> =>
  // Prisma asks only when its answer is waited for, which therefore happens within.
  acting.run({ who: tenant ?? 'OFFICE' }, async () => work())

/** What an employer's or person's request needs beyond their rows, or what is the office's own work, by the name of the reason (office-gates.ts). */
export const asOffice = <T>(by: OfficeGate | OfficeEntrance, work: () => PromiseLike<T>): Promise<T> =>
  acting.run({ who: 'OFFICE', by }, async () => work())

/** What is begun within is nobody's, whoever begins it: a server that listens, whose requests say themselves who makes them. */
export const asNobody = <T>(work: () => T): T => acting.run(undefined, work)

/** Parts of an answer that are read while it is being sent are read for whom it is, whoever takes the next one off. */
export function keepAsker<Part>(parts: AsyncIterable<Part>): AsyncIterable<Part> {
  const here = AsyncLocalStorage.snapshot()
  return {
    [Symbol.asyncIterator]() {
      const steps = parts[Symbol.asyncIterator]()
      return {
        next: () => here(() => steps.next()),
        return: () => here(async () => (await steps.return?.()) ?? { done: true as const, value: undefined }),
      }
    },
  }
}

const requests = new WeakMap<object, Asking>()

/**
 * A request of which is not known yet who makes it. Entered as often as its parts come from outside, a body for instance: what
 * `nameTenant` said of it holds for the rest.
 */
export function inRequest(request: object, work: () => void): void {
  const asking = requests.get(request) ?? { who: 'NOBODY' }
  requests.set(request, asking)
  acting.run(asking, work)
}

/** Whose the request is; without rows of their own, as staff and visitors, it is asked as the office. */
export function nameTenant(tenant: Tenant | undefined): void {
  const request = acting.getStore()
  if (request) request.who = tenant ?? 'OFFICE'
}

/** A request of the office's own, once it has shown that it is. */
export function nameOffice(by: OfficeEntrance): void {
  const request = acting.getStore()
  if (request) Object.assign(request, { who: 'OFFICE', by })
}

/** A statement was sent for nobody: whoever sends it lost the request it belongs to, or never said who asks. */
export class AskedByNobody extends Error {
  override readonly name = 'AskedByNobody'
  constructor() {
    super('A statement is asked for nobody: say who asks, by asTenant or asOffice.')
  }
}

export const tenantRoles = { employer: 'shebao_employer', insured: 'shebao_insured' } as const
const roleOf = ({ employerId }: Tenant) => (employerId === undefined ? tenantRoles.insured : tenantRoles.employer)

/** Sets for the rest of the transaction who asks. It gives back no row: its answer is then a single message. */
export const prepareActing = `PREPARE shebao_act_as(text, text, text, text) AS SELECT WHERE set_config('role', $1, true) IS NULL
  OR set_config('shebao.account_id', $2, true) IS NULL OR set_config('shebao.employer_id', $3, true) IS NULL
  OR set_config('shebao.individual_id', $4, true) IS NULL`

const office = ['none', '', '', '']
const settingsOf = (tenant: Tenant): string[] => [
  roleOf(tenant),
  tenant.accountId,
  tenant.employerId ?? '',
  tenant.individualId ?? '',
]

/** What opens and ends a transaction is nobody's. */
const controlsTransaction = /^(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i
const rollsBackToSavepoint = /^ROLLBACK TO\b/i

type Asks = Tenant | 'OFFICE' | 'UNKNOWN'

class AskedStatement extends TenantStatement {
  /** Nothing where it is nobody's. */
  asks: Asks | undefined
}

/**
 * A connection whose statements say for whom they ask. That goes along with the statement in one message and holds until the
 * transaction ends, which outside of one is the statement itself: it costs no waiting, and nothing of it is left for whoever has the
 * connection next.
 */
export class TenantClient extends pg.Client {
  /** For whom the open transaction asks now. UNKNOWN: it is back at a savepoint, where it asks as it did there. */
  #asking: Asks = 'OFFICE'

  override query(...given: never): never
  override query(...[config, values, callback]: [unknown, unknown, unknown]): unknown {
    const statement = new AskedStatement([config, values, callback])
    const text = typeof config === 'string' ? config : ((config as { text?: string }).text ?? '')
    if (!controlsTransaction.test(text)) {
      const who = whoAsks()
      if (who === 'NOBODY') return refuse(statement)
      statement.asks = who
      // A plan made under policies is that of their role: each has its own under its own name.
      if (who !== 'OFFICE' && statement.name) statement.name += `:${roleOf(who)}`
    } else if (rollsBackToSavepoint.test(text)) statement.asks = 'UNKNOWN'
    statement.sender = this
    if (statement.callback) return super.query(statement)
    return new Promise((resolve, reject) => {
      statement.callback = (error, result) => (error ? reject(error) : resolve(result))
      super.query(statement)
    }).catch((error: Error) => {
      Error.captureStackTrace(error) // The driver's own says nothing of who asked.
      throw error
    })
  }

  /** A connection sends one statement after the other: only then is known how the one before has left it. */
  beforeSending(statement: AskedStatement, connection: pg.Connection): void {
    // Outside of a transaction it is the office's, whatever was asked within the last one.
    if (this.getTransactionStatus() !== 'T') this.#asking = 'OFFICE'
    const { asks } = statement
    if (asks === undefined || asks === this.#asking) return
    this.#asking = asks
    if (asks === 'UNKNOWN') return
    statement.comesSecond()
    connection.bind({ statement: 'shebao_act_as', values: asks === 'OFFICE' ? office : settingsOf(asks) }, false)
    connection.execute({}, false)
  }
}

/** As the driver tells of an error of the server. */
function refuse({ callback }: TenantStatement): Promise<never> | undefined {
  const refusal = new AskedByNobody()
  if (!callback) return Promise.reject(refusal)
  process.nextTick(callback, refusal)
  return undefined
}
