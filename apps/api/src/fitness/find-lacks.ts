import { createVault } from '../platform/crypto.ts'
import type { Database } from '../platform/database.ts'
import type { Environment } from '../platform/environment.ts'
import { fitOfKey } from '../platform/installation.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { DamagedKey, findSecretKeys } from '../platform/secret-key.ts'
import { hasTenantRoles } from '../platform/tenant-roles.ts'
import type { Lack } from './lack.ts'

/** Production's own demands: nothing of a demonstration may stand in for what an office has to say itself. */
export function lacksOfSettings(environment: Environment): Lack[] {
  const lacks: Lack[] = []
  if (!environment.publicUrl.startsWith('https://')) lacks.push('PUBLIC_URL')
  if (environment.sandboxBankUrl === undefined) lacks.push('BANK_URL')
  if (environment.bankKey === undefined) lacks.push('BANK_KEY')
  if (![environment.databaseUrl, environment.replicaUrl].every(isSafelyReached)) lacks.push('DATABASE_TLS')
  if (environment.smsGateway && !goesSafely(environment.smsGateway.url)) lacks.push('SMS_URL')
  return lacks
}

/** On this machine, by a socket, or encrypted with a look at who answers. */
function isSafelyReached(databaseUrl: string | undefined): boolean {
  if (databaseUrl === undefined || !URL.canParse(databaseUrl)) return databaseUrl === undefined
  const { hostname, searchParams } = new URL(databaseUrl)
  const host = searchParams.get('host') ?? hostname
  return (
    isHere(host) || host.startsWith('/') || ['verify-full', 'verify-ca'].includes(searchParams.get('sslmode') ?? '')
  )
}

const isHere = (host: string) => host === '' || host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

/** Telephone numbers and the token go there: encrypted, or not out of this machine. */
function goesSafely(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || isHere(hostname)
}

/**
 * What keeps this release from working on a database; `besides` is looked for only in one that it can read. An empty one lacks
 * its office and, unless it is a setting, its key: one command makes both.
 */
export async function lacksOfDatabase(
  environment: Environment,
  database: Database,
  besides: () => Promise<Lack[]> = async () => [],
): Promise<Lack[]> {
  const state = await answered(() => readMigrationState(database))
  if (!state) return ['DATABASE']
  if (state.unknown.length > 0) return ['PRODUCT_OLDER']
  if (state.applied.length === 0) return keysOf(environment).length > 0 ? ['OFFICE'] : ['KEY_MISSING', 'OFFICE']
  const current = state.waiting.length === 0
  // The fingerprint came with a migration; before it there is nothing to judge by that an upgrade would not look at again.
  const key = current || state.applied.some(keptFingerprint) ? await lackOfKey(environment, database) : undefined
  return [
    ...(current ? [] : (['MIGRATIONS'] as const)),
    ...(key ? [key] : []),
    ...(current && !(await hasTenantRoles(database)) ? (['TENANT_ROLES'] as const) : []),
    ...(current ? await besides() : []),
  ]
}

export async function lacksOfOffice({ query }: Pick<Database, 'query'>): Promise<Lack[]> {
  const [{ offices, payees } = { offices: 0n, payees: 0n }] = await query<{ offices: bigint; payees: bigint }>({
    text: 'SELECT count(*) AS offices, count(payee_number) AS payees FROM office',
  })
  if (offices === 0n) return ['OFFICE']
  return [...(payees < offices ? (['PAYEE'] as const) : []), ...(await lacksOfParameters({ query }))]
}

/** The demo's sample figures, which nobody has published, are nothing to bill by. */
async function lacksOfParameters({ query }: Pick<Database, 'query'>): Promise<Lack[]> {
  const [{ samples } = { samples: 0n }] = await query<{ samples: bigint }>({
    text: `SELECT count(*) AS samples FROM policy_parameter WHERE approved_by = 'release'`,
  })
  return samples > 0n ? ['SAMPLE_PARAMETERS'] : []
}

const keptFingerprint = (migration: string) => migration.endsWith('_installation')

/** Why the key there is cannot be used with this database; without any, whether a new one would do. */
export async function lackOfKey(environment: Environment, database: Database): Promise<Lack | undefined> {
  const keys = keysOf(environment)
  if (keys === 'DAMAGED') return 'KEY_DAMAGED'
  if (keys.length === 0) return (await fitOfKey(database, undefined)) === 'OTHER_KEY' ? 'KEY_LOST' : 'KEY_MISSING'
  for (const key of keys) if ((await fitOfKey(database, createVault(key))) !== 'OTHER_KEY') return undefined
  return 'KEY_OTHER'
}

function keysOf(environment: Environment): readonly Buffer[] | 'DAMAGED' {
  try {
    return findSecretKeys(environment)
  } catch (error) {
    if (error instanceof DamagedKey) return 'DAMAGED'
    throw error
  }
}

async function answered<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
