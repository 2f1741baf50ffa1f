import { ParameterRow } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { PolicyParameter } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

/** In place of an account: a sample that came with the program, for a demo. The name is that of the first releases. */
export const publishedByNobody = 'release'

export interface PublishedRow {
  id: string
  row: ParameterRow
  /** An account, or `publishedByNobody`. */
  approvedBy: string
  proposalId: string | null
  supersededBy: string | null
  publishedAt: Date
}

function fromRow(row: PolicyParameter): PublishedRow {
  return {
    id: row.id,
    row: ParameterRow.parse({
      region: row.region,
      insurance: row.insurance,
      side: row.payerSide,
      category: row.category,
      name: row.name,
      value: row.choice ?? Number(row.value),
      validFrom: row.validFrom,
      validTo: row.validTo,
      docNo: row.docNo,
      publishedOn: row.publishedOn,
      source: row.source,
      verified: row.verified,
    }),
    approvedBy: row.approvedBy,
    proposalId: row.proposalId,
    supersededBy: row.supersededBy,
    publishedAt: row.createdAt,
  }
}

/** Every row of every region. */
export async function listPublishedRows({ database }: Platform): Promise<PublishedRow[]> {
  return (await database.prisma.policyParameter.findMany()).map(fromRow)
}

/** All rows of one region, past and coming: what a proposal is judged against. */
export async function listRegionRows({ database }: Platform, region: string): Promise<PublishedRow[]> {
  return (await database.prisma.policyParameter.findMany({ where: { region } })).map(fromRow)
}

export interface RowKey {
  name: string
  insurance: string
  payerSide: string
  category: string
  validFrom: string
}

/** By rule, then in time: a rule's rows stand together. */
export async function listRowPage(
  { database }: Platform,
  region: string,
  after: RowKey | undefined,
  limit: number,
): Promise<PublishedRow[]> {
  const ids = await database.query<{ id: string }>(
    {
      name: 'parameter-page',
      text: `SELECT id FROM policy_parameter WHERE region = $1
          AND ($2::text IS NULL OR (name, insurance, payer_side, category, valid_from) > ($2, $3, $4, $5, $6))
        ORDER BY name, insurance, payer_side, category, valid_from LIMIT $7`,
    },
    [
      region,
      after?.name ?? null,
      after?.insurance ?? null,
      after?.payerSide ?? null,
      after?.category ?? null,
      after?.validFrom ?? null,
      limit,
    ],
  )
  const rows = await database.prisma.policyParameter.findMany({ where: { id: { in: ids.map(({ id }) => id) } } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap(({ id }) => byId.get(id) ?? []).map(fromRow)
}

/** Changes with every publication in the region, since rows are only ever added. */
export async function findRegionRevision({ database }: Platform, region: string): Promise<string> {
  const [row] = await database.query<{ rows: bigint; latest: string | null }>(
    {
      name: 'region-revision',
      text: 'SELECT count(*) AS rows, max(id::text) AS latest FROM policy_parameter WHERE region = $1',
    },
    [region],
  )
  return `${row?.rows ?? 0n}:${row?.latest ?? ''}`
}

/**
 * The months of a region that have been billed, in time: those with an ordinary notice. Steps from month to month through
 * the index, so that it does not read every notice there is.
 */
export async function listBilledMonths({ database }: Platform, region: string): Promise<Period[]> {
  const rows = await database.query<{ period: Period }>(
    {
      name: 'billed-months',
      text: `WITH RECURSIVE month AS (
          (SELECT period FROM payment_notice WHERE kind = 'NORMAL' ORDER BY period LIMIT 1)
          UNION ALL
          SELECT (SELECT n.period FROM payment_notice n WHERE n.kind = 'NORMAL' AND n.period > month.period ORDER BY n.period LIMIT 1)
          FROM month WHERE month.period IS NOT NULL
        ) SELECT period FROM month WHERE period IS NOT NULL AND EXISTS (
          SELECT 1 FROM payment_notice n JOIN employer e ON e.id = n.employer_id
          WHERE n.kind = 'NORMAL' AND n.period = month.period AND e.region = $1) ORDER BY period`,
    },
    [region],
  )
  return rows.map(({ period }) => period)
}

const publicationLock = 0x5be0b1

/** One publication at a time; what the next one is judged against then holds what this one published. */
export async function holdPublication({ database }: Platform): Promise<void> {
  await database.query({ name: 'publication-lock', text: 'SELECT pg_advisory_xact_lock($1)' }, [publicationLock])
}

export interface Ending {
  id: string
  validTo: string
  supersededBy: string
}

export async function endRows({ database }: Platform, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return
  await database.query(
    {
      name: 'end-parameters',
      text: `UPDATE policy_parameter p SET valid_to = ended.valid_to, superseded_by = ended.successor
        FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS ended (id, valid_to, successor) WHERE p.id = ended.id`,
    },
    [
      endings.map(({ id }) => id),
      endings.map(({ validTo }) => validTo),
      endings.map(({ supersededBy }) => supersededBy),
    ],
  )
}

export async function insertPublished(
  { database, clock }: Platform,
  rows: readonly { id: string; row: ParameterRow }[],
  origin: { approvedBy: string; proposalId: string },
): Promise<void> {
  const column = <Value>(pick: (row: ParameterRow) => Value) => rows.map(({ row }) => pick(row))
  await database.query(
    {
      name: 'publish-parameters',
      text: `INSERT INTO policy_parameter (id, region, insurance, payer_side, category, name, value, choice, valid_from, valid_to,
          doc_no, published_on, source, verified, approved_by, proposal_id, created_at)
        SELECT *, $15::text, $16::uuid, $17::timestamp FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[],
          $6::text[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[])`,
    },
    [
      rows.map(({ id }) => id),
      column(({ region }) => region),
      column(({ insurance }) => insurance),
      column(({ side }) => side),
      column(({ category }) => category),
      column(({ name }) => name),
      column(({ value }) => (typeof value === 'number' ? value : null)),
      column(({ value }) => (typeof value === 'string' ? value : null)),
      column(({ validFrom }) => validFrom),
      column(({ validTo }) => validTo),
      column(({ docNo }) => docNo),
      column(({ publishedOn }) => publishedOn),
      column(({ source }) => source),
      column(({ verified }) => verified),
      origin.approvedBy,
      origin.proposalId,
      clock.now(),
    ],
  )
}
