/** Public service of the policy feature: the parameters in force, read from the database. */
import { periodOfDate } from '@shebao/kernel'
import {
  FALLBACK_DUE_DAY,
  paymentDay,
  PolicyError,
  preparePolicy,
  resolveParameters,
  SHIPPED_PARAMETER_ROWS,
} from '@shebao/premium'
import type { CivilDate, InjuryClass, Period } from '@shebao/kernel'
import type { ParameterName, ParameterRow, PaymentDay, Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { moveOffRestDay } from '../../register/calendar/index.ts'
import { OFFICE_PARAMETER_ROWS } from './office-parameters.ts'
import { addParameterRows, findRevision } from './policy.repository.ts'
import { listPublishedRows, publishedByNobody } from './published.repository.ts'
import type { PublishedRow } from './published.repository.ts'

export interface UnitOfPolicy {
  region: string
  injuryClass: InjuryClass
  /** The unit's own work-injury rate, null for the rate of its class (SIL 34). */
  injuryRatePpm: number | null
}

interface Loaded {
  revision: string
  rows: readonly ParameterRow[]
  published: readonly PublishedRow[]
  policies: Map<string, Policy>
}

const loaded = new WeakMap<Platform['database'], Loaded>()

/**
 * Sample parameters for a demo and for tests, marked as published by nobody; may run at every start. Never in production. `own` come
 * first: where they cover a month, the shipped ones do not.
 */
export async function seedPolicy(platform: Platform, own: readonly ParameterRow[] = []): Promise<number> {
  await addParameterRows(platform, own, publishedByNobody)
  return addParameterRows(platform, [...SHIPPED_PARAMETER_ROWS, ...OFFICE_PARAMETER_ROWS], publishedByNobody)
}

/**
 * What a unit pays by in one period. The latest published limits stay in force until newer ones are (`carriedOver`).
 * Throws PolicyError where the region or period has no parameters.
 */
export async function getPolicy(platform: Platform, unit: UnitOfPolicy, period: Period): Promise<Policy> {
  return (await policyReader(platform))(unit, period)
}

/** `getPolicy` for many units: the database is asked once whether anything was published since. */
export async function policyReader(platform: Platform): Promise<(unit: UnitOfPolicy, period: Period) => Policy> {
  const { rows, policies } = await load(platform)
  return (unit, period) => {
    const key = `${unit.region}|${period}|${unit.injuryClass}|${unit.injuryRatePpm ?? ''}`
    const known = policies.get(key)
    if (known) return known
    const result = preparePolicy(rows, unit.region, period, unit.injuryClass, unit.injuryRatePpm)
    if (!result.ok) throw new PolicyError(result.problem)
    policies.set(key, result.policy)
    return result.policy
  }
}

/**
 * What a unit paid by in a period as far as it was known at an instant: a month that was billed before late limits were
 * published is explained by the limits it was billed on. A successor never changes what its predecessor says of earlier
 * months, so leaving later rows out is enough.
 */
export async function getPolicyKnownAt(
  platform: Platform,
  unit: UnitOfPolicy,
  period: Period,
  at: Date,
): Promise<Policy> {
  const { published } = await load(platform)
  const rows = published.filter(({ publishedAt }) => publishedAt <= at).map(({ row }) => row)
  if (rows.length === published.length) return getPolicy(platform, unit, period)
  const result = preparePolicy(rows, unit.region, period, unit.injuryClass, unit.injuryRatePpm)
  // A region whose parameters were all published later was billed by none of them: then the present ones are the best there is.
  return result.ok ? result.policy : getPolicy(platform, unit, period)
}

/** Whether a region's bills of a period can be computed at all: without published parameters they cannot. */
export async function canBeBilled(platform: Platform, region: string, period: Period): Promise<boolean> {
  const { rows } = await load(platform)
  return preparePolicy(rows, region, period, 1, null).ok
}

/** Every approved row; drafts are not among them. The same array until a row is added or approved. */
export async function approvedRows(platform: Platform): Promise<readonly ParameterRow[]> {
  return (await load(platform)).rows
}

/** Whether one of these rows of `approvedRows` is a sample that no office has published. */
export async function holdsSamples(platform: Platform, rows: readonly ParameterRow[]): Promise<boolean> {
  const { published } = await load(platform)
  const samples = new Set(published.filter(({ approvedBy }) => approvedBy === publishedByNobody).map(({ row }) => row))
  return rows.some((row) => samples.has(row))
}

/** The value of one regional parameter, or undefined where the region has set none for the period. */
export async function findParameter(platform: Platform, region: string, period: Period, name: ParameterName) {
  return (await findParameters(platform, region, period))(name)
}

/** The same for several of one region and period. */
export async function findParameters(platform: Platform, region: string, period: Period) {
  const { rows } = await load(platform)
  const resolution = resolveParameters(rows, region, period)
  return (name: ParameterName) =>
    resolution.ok
      ? resolution.parameters.find({ name, insurance: 'ALL', side: 'ALL', category: 'ALL' })?.row.value
      : undefined
}

/**
 * The office's due day, in the month of issue or, when that leaves too little time, in the next one; never a rest day. Throws
 * CalendarMissing where the calendar of its year has not been published.
 */
export async function paymentDueDate(platform: Platform, region: string, issuedOn: CivilDate): Promise<CivilDate> {
  return (await findPaymentDue(platform, region, issuedOn)).dueOn
}

export interface PaymentDue extends PaymentDay {
  issuedOn: CivilDate
  /** The day of the month the region has published; nothing where it has not, and the usual one counts. */
  published: number | undefined
  /** The day of the month that was counted with. */
  dueDay: number
  /** The day itself when it is a working day, else the next one. */
  dueOn: CivilDate
}

/** `paymentDueDate` with the steps by which it was found. */
export async function findPaymentDue(platform: Platform, region: string, issuedOn: CivilDate): Promise<PaymentDue> {
  const value = await findParameter(platform, region, periodOfDate(issuedOn), 'PAYMENT_DUE_DAY')
  const published = value === undefined ? undefined : Number(value)
  const dueDay = published ?? FALLBACK_DUE_DAY
  const found = paymentDay(issuedOn, dueDay)
  return { ...found, issuedOn, published, dueDay, dueOn: await moveOffRestDay(platform, found.day) }
}

async function load(platform: Platform): Promise<Loaded> {
  const revision = await findRevision(platform)
  const known = loaded.get(platform.database)
  if (known?.revision === revision) return known
  const published = await listPublishedRows(platform)
  const fresh: Loaded = { revision, published, rows: published.map(({ row }) => row), policies: new Map() }
  loaded.set(platform.database, fresh)
  return fresh
}
