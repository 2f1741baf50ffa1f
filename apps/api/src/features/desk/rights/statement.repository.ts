import type { RightsStatement } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export type StatementRow = RightsStatement

/** Who may get a statement of the year and has none, by their id: whoever was paid for in it or before. */
export async function listWithoutStatement(
  { database }: Platform,
  year: number,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'without-rights-statement',
      text: `SELECT i.id FROM individual i WHERE i.id > $2
        AND EXISTS (SELECT 1 FROM premium_payment p WHERE p.individual_id = i.id AND p.period <= $3 AND p.status IN ('PAID', 'BACK_PAID', 'REFUNDED'))
        AND NOT EXISTS (SELECT 1 FROM rights_statement s WHERE s.individual_id = i.id AND s.year = $1)
      ORDER BY i.id LIMIT $4`,
    },
    [year, afterId, `${year}-12`, limit],
  )
  return rows.map(({ id }) => id)
}

export interface NamedPerson {
  id: string
  personal: Uint8Array
  idMasked: string
}

/** Nobody else makes a statement of theirs meanwhile: two presses at once come one after the other. */
export function holdPeople({ database }: Platform, ids: readonly string[]): Promise<NamedPerson[]> {
  return database.query<NamedPerson>(
    {
      name: 'rights-statement-people',
      text: `SELECT id, personal, id_masked AS "idMasked" FROM individual WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    },
    [ids],
  )
}

/** Every version of these people, newest first; of one year or of all. */
export function listStatements(
  { database }: Platform,
  individualIds: readonly string[],
  year?: number,
): Promise<StatementRow[]> {
  return database.prisma.rightsStatement.findMany({
    where: { individualId: { in: [...individualIds] }, ...(year === undefined ? {} : { year }) },
    orderBy: [{ year: 'desc' }, { version: 'desc' }],
    take: 1000,
  })
}

export function findStatement(
  { database }: Platform,
  key: { individualId: string; year: number; version: number },
): Promise<StatementRow | null> {
  return database.prisma.rightsStatement.findFirst({ where: key })
}

export async function findStatementById({ database }: Platform, id: string): Promise<StatementRow | null> {
  return isUuid(id) ? database.prisma.rightsStatement.findUnique({ where: { id } }) : null
}

export async function insertStatements(
  { database }: Platform,
  rows: readonly Omit<StatementRow, 'id'>[],
): Promise<void> {
  await database.prisma.rightsStatement.createMany({
    data: rows.map((row) => ({ ...row, content: Buffer.from(row.content) })),
  })
}
