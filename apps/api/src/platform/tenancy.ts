import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { OfficeGate } from './office-gates.ts'
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

/** Without a tenant: the office itself, its staff and its jobs. */
const acting = new AsyncLocalStorage<{ tenant: Tenant | undefined }>()

/** Whether it was said for whom is asked, be it for the office. */
export const isInRequest = (): boolean => acting.getStore() !== undefined

/** Everything asked within, Prisma's and plain SQL alike, is asked as this tenant; without one as before. */
export const asTenant = async <T>(tenant: Tenant | undefined, work: () => PromiseLike<T>): Promise<T> =>
  // Prisma asks only when its answer is waited for, which therefore happens within.
  tenant ? acting.run({ tenant }, async () => work()) : work()

/** What an employer's or person's request needs beyond their rows, by the name of the reason (office-gates.ts). */
export const asOffice = <T>(_gate: OfficeGate, work: () => PromiseLike<T>): Promise<T> =>
  acting.run({ tenant: undefined }, async () => work())

/** A request of which is not known yet who makes it; `nameTenant` says so, and holds for the rest of it. */
export const inRequest = (work: () => void): void => acting.run({ tenant: undefined }, work)

export function nameTenant(tenant: Tenant | undefined): void {
  const request = acting.getStore()
  if (request) request.tenant = tenant
}

export const tenantRoles = { employer: 'shebao_employer', insured: 'shebao_insured' } as const
const roleOf = ({ employerId }: Tenant) => (employerId === undefined ? tenantRoles.insured : tenantRoles.employer)

/** Sets for the rest of the transaction who asks. It gives back no row: its answer is then a single message. */
export const prepareActing = `PREPARE shebao_act_as(text, text, text, text) AS SELECT WHERE set_config('role', $1, true) IS NULL
  OR set_config('shebao.account_id', $2, true) IS NULL OR set_config('shebao.employer_id', $3, true) IS NULL
  OR set_config('shebao.individual_id', $4, true) IS NULL`

const nobody = ['none', '', '', '']
const settingsOf = (tenant: Tenant): string[] => [
  roleOf(tenant),
  tenant.accountId,
  tenant.employerId ?? '',
  tenant.individualId ?? '',
]

/** What opens and ends a transaction is nobody's. */
const controlsTransaction = /^(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i

/**
 * A connection whose statements say for whom they ask. That goes along with the statement in one message and holds until the
 * transaction ends, which outside of one is the statement itself: it costs no waiting, and nothing of it is left for whoever has the
 * connection next.
 */
export class TenantClient extends pg.Client {
  /** For whom the open transaction asks now. UNKNOWN: it is back at a savepoint, where it asks as it did there. */
  #asking: Tenant | 'UNKNOWN' | undefined

  override query(...given: never): never
  override query(...[config, values, callback]: [unknown, unknown, unknown]): unknown {
    const statement = new TenantStatement([config, values, callback])
    const text = typeof config === 'string' ? config : ((config as { text?: string }).text ?? '')
    if (controlsTransaction.test(text)) this.#followControl(statement, text)
    else this.#announce(statement, acting.getStore()?.tenant)
    if (statement.callback) return super.query(statement)
    return new Promise((resolve, reject) => {
      statement.callback = (error, result) => (error ? reject(error) : resolve(result))
      super.query(statement)
    }).catch((error: Error) => {
      Error.captureStackTrace(error) // The driver's own says nothing of who asked.
      throw error
    })
  }

  #followControl(statement: TenantStatement, text: string): void {
    this.#whenSent(statement, () => {
      this.#asking = /^ROLLBACK TO\b/i.test(text) ? 'UNKNOWN' : this.#asking
    })
  }

  #announce(statement: TenantStatement, tenant: Tenant | undefined): void {
    // A plan made under policies is that of their role: each has its own under its own name.
    if (tenant && statement.name) statement.name += `:${roleOf(tenant)}`
    this.#whenSent(statement, (connection) => {
      if (tenant === this.#asking) return
      this.#asking = tenant
      statement.comesSecond()
      connection.bind({ statement: 'shebao_act_as', values: tenant ? settingsOf(tenant) : nobody }, false)
      connection.execute({}, false)
    })
  }

  /** A connection sends one statement after the other: only then is known how the one before has left it. */
  #whenSent(statement: TenantStatement, first: (connection: pg.Connection) => void): void {
    statement.beforeSending = (connection) => {
      // Outside of a transaction it is the office's, whatever was asked within the last one.
      if (this.getTransactionStatus() !== 'T') this.#asking = undefined
      first(connection)
    }
  }
}
