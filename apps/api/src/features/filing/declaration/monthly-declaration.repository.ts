import type { CompleteMonthly } from '@shebao/declaration-rules'
import type { Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { Filing } from './declaration-codes.ts'
import { declarationKinds } from './declaration-codes.ts'
import { findAnyDeclaration } from './declaration.repository.ts'
import type { DeclarationRow, DeclarationVersionRow } from './declaration.repository.ts'

const [, monthly] = declarationKinds

export async function findMonthly({ database }: Platform, id: string): Promise<DeclarationRow | null> {
  return database.prisma.declaration.findUnique({ where: { id, kind: monthly } })
}

/** Held until the transaction ends: whoever else wants to change it waits. */
export async function lockMonthly(platform: Platform, id: string): Promise<DeclarationRow | null> {
  await platform.database.query(
    { name: 'declaration-lock', text: 'SELECT 1 FROM declaration WHERE id = $1 FOR UPDATE' },
    [id],
  )
  const row = await findAnyDeclaration(platform, id)
  return row?.kind === monthly ? row : null
}

/** The declarations of a unit's month, the last one first; nothing but what was given up is left out. */
export async function listOfMonth(
  { database }: Platform,
  employerId: string,
  period: Period,
): Promise<DeclarationRow[]> {
  return database.prisma.declaration.findMany({
    where: { employerId, kind: monthly, period, status: { not: 'CANCELLED' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
}

export interface MonthlyPage {
  /** To the office, what was never handed in does not exist. */
  readonly submittedOnly: boolean
  readonly before: { readonly period: string; readonly id: string } | undefined
  readonly limit: number
}

/** The latest month first. */
export async function listMonthly(
  { database }: Platform,
  employerId: string,
  { submittedOnly, before, limit }: MonthlyPage,
): Promise<DeclarationRow[]> {
  return database.prisma.declaration.findMany({
    where: {
      employerId,
      kind: monthly,
      ...(submittedOnly ? { submittedAt: { not: null } } : {}),
      ...(before ? { OR: [{ period: { lt: before.period } }, { period: before.period, id: { lt: before.id } }] } : {}),
    },
    orderBy: [{ period: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** A unit's own that are written or decided on now, and the last ones that were accepted; the latest month first. */
export async function listMonthlyInHand({ database }: Platform, employerId: string): Promise<DeclarationRow[]> {
  return database.prisma.declaration.findMany({
    where: { employerId, kind: monthly, status: { not: 'CANCELLED' } },
    orderBy: [{ period: 'desc' }, { id: 'desc' }],
    take: 20,
  })
}

export interface NewMonthly {
  employerId: string
  period: Period
  filing: Filing
  opensOn: string
  dueOn: string
}

/** One live REGULAR a month, one more of the others each time; of two that open the same at once the second gets the first one's. */
export async function insertMonthly({ database }: Platform, of: NewMonthly): Promise<DeclarationRow | undefined> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'monthly-open',
      text: `INSERT INTO declaration (id, employer_id, kind, year, period, filing, sequence, status, opens_on, due_on, updated_at)
        SELECT gen_random_uuid(), $1::uuid, 'MONTHLY', left($2::text, 4)::int, $2::text, $3::text,
          CASE WHEN $3::text = 'REGULAR' THEN 0 ELSE (SELECT count(*)::int + 1 FROM declaration other
            WHERE other.employer_id = $1::uuid AND other.kind = 'MONTHLY' AND other.period = $2::text AND other.filing = $3::text) END,
          'DRAFT', $4, $5, now()
        ON CONFLICT DO NOTHING RETURNING id`,
    },
    [of.employerId, of.period, of.filing, of.opensOn, of.dueOn],
  )
  const [made] = rows
  return made ? ((await database.prisma.declaration.findUnique({ where: { id: made.id } })) ?? undefined) : undefined
}

/** The form a month is declared on, moved to the next one: the cut-off of the first has passed. Nothing where that month has its own. */
export async function moveMonthly(
  { database }: Platform,
  id: string,
  to: { period: Period; dueOn: string },
): Promise<boolean> {
  const moved = await database.query<{ id: string }>(
    {
      name: 'monthly-move',
      text: `UPDATE declaration d SET period = $2::text, year = left($2::text, 4)::int, due_on = $3, personnel_revision = personnel_revision + 1, updated_at = now()
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM declaration other WHERE other.employer_id = d.employer_id AND other.kind = 'MONTHLY'
          AND other.filing = 'REGULAR' AND other.period = $2::text AND other.status <> 'CANCELLED') RETURNING id`,
    },
    [id, to.period, to.dueOn],
  )
  return moved.length > 0
}

/** Freezes what is complete, and nothing else can be handed in. */
export async function insertMonthlyVersion(
  { database }: Platform,
  complete: CompleteMonthly,
  receipt: {
    declarationId: string
    version: number
    formNo: string
    unit: Readonly<Record<string, string>>
    ruleSetHash: string
    contentHash: string
    submittedBy: string
    submittedAt: Date
    submitKey: string
    submitRevision: number
  },
): Promise<DeclarationVersionRow> {
  const { unit, ...rest } = receipt
  return database.prisma.declarationVersion.create({
    data: {
      ...rest,
      unitForm: unit,
      people: complete.changes.length,
      verdict: complete.verdict,
      warnings: complete.warnings.map((issue) => ({ ...issue, params: { ...issue.params } })),
    },
  })
}

/** What was handed in under a key of the client's, of whatever declaration. */
export async function findByKey({ database }: Platform, submitKey: string): Promise<DeclarationVersionRow | null> {
  return database.prisma.declarationVersion.findUnique({ where: { submitKey } })
}
