import { Prisma } from '@shebao/prisma/client'
import type { EnforcementCase, EnforcementPaper } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Statement } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { EnforcedDebt } from './read-due.ts'
import { standingSchema } from './standing.ts'
import type { Standing } from './standing.ts'

export type EnforcementRow = Omit<EnforcementCase, 'standing'> & {
  standing: Standing
  employerName: string
  creditCode: string
  /** A fine was proposed to the department, or more. */
  fined: boolean
}
export type EnforcementPaperRow = EnforcementPaper

/** The cases with what their units are called. */
async function read({ database }: Platform, rows: readonly EnforcementCase[]): Promise<EnforcementRow[]> {
  const units = await database.prisma.employer.findMany({
    where: { id: { in: rows.map(({ employerId }) => employerId) } },
    select: { id: true, name: true, creditCode: true },
  })
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const fines = await database.prisma.fineCase.findMany({
    where: { enforcementId: { in: rows.map(({ id }) => id) } },
    select: { enforcementId: true },
  })
  const fined = new Set(fines.map(({ enforcementId }) => enforcementId))
  return rows.map(({ standing, ...row }) => ({
    ...row,
    standing: standingSchema.parse(standing),
    employerName: known.get(row.employerId)?.name ?? '',
    creditCode: known.get(row.employerId)?.creditCode ?? '',
    fined: fined.has(row.id),
  }))
}

const named = `SELECT held.id, held.number, held.employer_id AS "employerId", held.status, held.revision, held.opened_at AS "openedAt",
    held.principal, held.late_fee AS "lateFee", held.settled, held.computed_on AS "computedOn", held.standing,
    held.due_by AS "dueBy", held.changed_at AS "changedAt", employer.name AS "employerName",
    employer.credit_code AS "creditCode",
    EXISTS (SELECT FROM fine_case fine WHERE fine.enforcement_id = held.id) AS fined
  FROM enforcement_case held JOIN employer ON employer.id = held.employer_id WHERE held.id = $1::uuid`

export function findEnforcement(platform: Platform, id: string): Promise<EnforcementRow | undefined> {
  return findNamed(platform, id, { name: 'enforcement-find', text: named })
}

export async function findEnforcementsByIds(
  platform: Platform,
  ids: readonly string[],
): Promise<Map<string, EnforcementRow>> {
  const rows = await platform.database.prisma.enforcementCase.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map((await read(platform, rows)).map((row) => [row.id, row]))
}

/** Held until the transaction ends. */
export function lockEnforcement(platform: Platform, id: string): Promise<EnforcementRow | undefined> {
  return findNamed(platform, id, { name: 'enforcement-lock', text: `${named} FOR UPDATE OF held` })
}

async function findNamed(
  { database }: Platform,
  id: string,
  statement: Statement,
): Promise<EnforcementRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<Omit<EnforcementRow, 'standing'> & { standing: unknown }>(statement, [id])
  return row && { ...row, standing: standingSchema.parse(row.standing) }
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
  change: EnforcementChange,
  debts: readonly EnforcedDebt[],
): Promise<void> {
  await database.query(
    {
      name: 'enforcement-change',
      text: `WITH changed AS (
          UPDATE enforcement_case SET status = $2, revision = $3, principal = $4, late_fee = $5, settled = $6, computed_on = $7,
            standing = $8, due_by = $9, changed_at = $10 WHERE id = $1 RETURNING *)
        INSERT INTO enforcement_standing
          (case_id, known_from, revision, status, principal, late_fee, settled, computed_on, standing, debts, due_by)
        SELECT id, changed_at, revision, status, principal, late_fee, settled, computed_on, standing, $11, due_by FROM changed`,
    },
    [
      id,
      change.status,
      change.revision,
      change.principal,
      change.lateFee,
      change.settled,
      change.computedOn,
      JSON.stringify(change.standing),
      change.dueBy,
      clock.now(),
      JSON.stringify(debts),
    ],
  )
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

/**
 * In the order in which they left; of a past day those that its last step, or one before, made. By their day too: a fine leaves its
 * papers without a step of the case.
 */
export function listPapers(
  { database }: Platform,
  caseId: string,
  known?: { revision: number; on: string },
): Promise<EnforcementPaperRow[]> {
  return database.prisma.enforcementPaper.findMany({
    where: { caseId, ...(known ? { revision: { lte: known.revision }, issuedOn: { lte: known.on } } : {}) },
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
        ...(scope.of === 'DEPARTMENT'
          ? [{ OR: [{ standing: { path: ['application', 'on'], string_contains: '-' } }, { fine: { isNot: null } }] }]
          : []),
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
