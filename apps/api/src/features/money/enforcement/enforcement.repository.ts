import { Prisma } from '@shebao/prisma/client'
import type { EnforcementCase, EnforcementPaper } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { EnforcedDebt } from './read-due.ts'
import { standingSchema } from './standing.ts'
import type { Standing } from './standing.ts'

export type EnforcementRow = Omit<EnforcementCase, 'standing'> & { standing: Standing; employerName: string }
export type EnforcementPaperRow = EnforcementPaper

/** The cases with what their units are called. */
async function read({ database }: Platform, rows: readonly EnforcementCase[]): Promise<EnforcementRow[]> {
  const units = await database.prisma.employer.findMany({
    where: { id: { in: rows.map(({ employerId }) => employerId) } },
    select: { id: true, name: true },
  })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return rows.map(({ standing, ...row }) => ({
    ...row,
    standing: standingSchema.parse(standing),
    employerName: names.get(row.employerId) ?? '',
  }))
}

export async function findEnforcement(platform: Platform, id: string): Promise<EnforcementRow | undefined> {
  if (!isUuid(id)) return undefined
  const row = await platform.database.prisma.enforcementCase.findUnique({ where: { id } })
  return row ? (await read(platform, [row]))[0] : undefined
}

/** Held until the transaction ends. */
export async function lockEnforcement(platform: Platform, id: string): Promise<EnforcementRow | undefined> {
  if (!isUuid(id)) return undefined
  await platform.database.query(
    { name: 'enforcement-lock', text: 'SELECT 1 FROM enforcement_case WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findEnforcement(platform, id)
}

export interface EnforcementChange {
  status: string
  revision: number
  principal: number
  lateFee: number
  settled: number
  computedOn: string
  standing: Standing
  dueBy: string | null
}

/** As a step leaves the case, now and as it will be known of this day. */
export async function changeEnforcement(
  { database, clock }: Platform,
  id: string,
  { principal, lateFee, settled, standing, ...change }: EnforcementChange,
  debts: readonly EnforcedDebt[],
): Promise<void> {
  const amounts = { principal: BigInt(principal), lateFee: BigInt(lateFee), settled: BigInt(settled) }
  const data = { ...change, ...amounts, standing }
  const at = clock.now()
  await database.prisma.enforcementCase.update({ where: { id }, data: { ...data, changedAt: at } })
  await database.prisma.enforcementStanding.create({
    data: { ...data, caseId: id, knownFrom: at, debts: debts.map((debt) => ({ ...debt })) },
  })
}

/** Its bills are free for another case. */
export async function endDebts({ database, clock }: Platform, caseId: string): Promise<void> {
  await database.prisma.enforcementDebt.updateMany({ where: { caseId, endedAt: null }, data: { endedAt: clock.now() } })
}

export async function insertPapers(
  { database }: Platform,
  papers: readonly Prisma.EnforcementPaperCreateManyInput[],
): Promise<void> {
  await database.prisma.enforcementPaper.createMany({ data: [...papers] })
}

export async function countPapers({ database }: Platform, caseId: string): Promise<number> {
  return database.prisma.enforcementPaper.count({ where: { caseId } })
}

/** In the order in which they left; of a past day those that its last step, or one before, made. */
export function listPapers({ database }: Platform, caseId: string, upTo?: number): Promise<EnforcementPaperRow[]> {
  return database.prisma.enforcementPaper.findMany({
    where: { caseId, ...(upTo === undefined ? {} : { revision: { lte: upTo } }) },
    orderBy: { number: 'asc' },
    take: 500,
  })
}

/** Whose cases are asked for, and which of them. */
export interface EnforcementFilter {
  /** All, one unit's, the same as it sees them itself, those that came to the department, those that came to the court. */
  scope: { of: 'ALL' | 'DEPARTMENT' | 'COURT' } | { of: 'EMPLOYER' | 'OWN'; employerId: string }
  states: readonly string[] | undefined
  /** Whose limit ended before this day. */
  lateOn: string | undefined
  before: { at: Date; id: string } | undefined
  limit: number
}

/** What was changed last comes first, to the unit itself what was opened last. */
export async function listEnforcements(platform: Platform, filter: EnforcementFilter): Promise<EnforcementRow[]> {
  const { scope, states, lateOn, before, limit } = filter
  const by = scope.of === 'OWN' ? 'openedAt' : 'changedAt'
  const rows = await platform.database.prisma.enforcementCase.findMany({
    where: {
      AND: [
        ...(scope.of === 'OWN' || scope.of === 'EMPLOYER' ? [{ employerId: scope.employerId }] : []),
        ...(scope.of === 'DEPARTMENT' ? [{ standing: { path: ['application', 'on'], string_contains: '-' } }] : []),
        ...(scope.of === 'COURT' ? [{ standing: { path: ['court', 'appliedOn'], string_contains: '-' } }] : []),
        ...(states ? [inStates(states, scope.of === 'OWN')] : []),
        ...(lateOn === undefined ? [] : [{ dueBy: { lt: lateOn } }]),
        ...(before ? [{ OR: [{ [by]: { lt: before.at } }, { [by]: before.at, id: { lt: before.id } }] }] : []),
      ],
    },
    orderBy: [{ [by]: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return read(platform, rows)
}

/** For the unit a case whose accounts are asked for is still in the state of before. */
function inStates(states: readonly string[], asUnit: boolean): Prisma.EnforcementCaseWhereInput {
  const status = { in: [...states] }
  if (!asUnit) return { status }
  return {
    OR: [
      { status, standing: { path: ['quiet'], equals: Prisma.DbNull } },
      ...states.map((state) => ({ standing: { path: ['quiet', 'from'], equals: state } })),
    ],
  }
}
