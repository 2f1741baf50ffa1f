import { z } from 'zod'
import { fen, oneOf } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { ParameterDraft } from '@shebao/premium'
import type { PolicyProposal } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { SimulationRecord } from './simulation-record.ts'

export const proposalStatuses = ['DRAFT', 'SIMULATED', 'PUBLISHED', 'WITHDRAWN'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

export interface ProposalRow {
  id: string
  region: string
  title: string
  rows: ParameterDraft[]
  rowsHash: string
  publishedAverage: Fen | null
  status: ProposalStatus
  revision: number
  /** Whoever wrote in it; nobody of them may publish it. */
  editors: string[]
  simulation: SimulationRecord | null
  simulatedHash: string | null
  simulatedAt: Date | null
  createdBy: string
  createdAt: Date
  updatedAt: Date
  endedBy: string | null
  endedAt: Date | null
}

const text = z.string()
const StoredDrafts = z.array(
  z.object({
    id: text,
    name: text,
    insurance: text,
    side: text,
    category: text,
    value: text,
    validFrom: text,
    validTo: text,
    docNo: text,
    publishedOn: text,
    source: text,
    verified: z.boolean(),
  }),
)

function fromRow(row: PolicyProposal): ProposalRow {
  return {
    ...row,
    rows: StoredDrafts.parse(row.rows),
    status: oneOf(proposalStatuses, row.status, 'proposal status'),
    publishedAverage: row.publishedAverage === null ? null : fen(Number(row.publishedAverage)),
    // Written by this program only, from the type it is read as.
    simulation: row.simulation as unknown as SimulationRecord | null,
  }
}

export async function findProposal({ database }: Platform, id: string): Promise<ProposalRow | undefined> {
  const row = await database.prisma.policyProposal.findUnique({ where: { id } })
  return row ? fromRow(row) : undefined
}

/** The proposal, held until the transaction ends. */
export async function lockProposal(platform: Platform, id: string): Promise<ProposalRow | undefined> {
  await platform.database.query(
    { name: 'proposal-lock', text: 'SELECT 1 FROM policy_proposal WHERE id = $1 FOR UPDATE' },
    [id],
  )
  return findProposal(platform, id)
}

export interface NewProposal {
  region: string
  title: string
  rows: readonly ParameterDraft[]
  rowsHash: string
  createdBy: string
}

export async function insertProposal({ database, clock }: Platform, proposal: NewProposal): Promise<ProposalRow> {
  const now = clock.now()
  const row = await database.prisma.policyProposal.create({
    data: {
      ...proposal,
      rows: proposal.rows.map((draft) => ({ ...draft })),
      editors: [proposal.createdBy],
      createdAt: now,
      updatedAt: now,
    },
  })
  return fromRow(row)
}

export interface ProposalEdit {
  title: string
  publishedAverage: Fen | null
  rows: readonly ParameterDraft[]
  rowsHash: string
  editors: readonly string[]
  revision: number
}

/** A simulation stays to be looked at, but it is of other rows now. */
export async function updateRows({ database, clock }: Platform, id: string, edit: ProposalEdit): Promise<ProposalRow> {
  const row = await database.prisma.policyProposal.update({
    where: { id },
    data: {
      ...edit,
      rows: edit.rows.map((draft) => ({ ...draft })),
      editors: [...edit.editors],
      publishedAverage: edit.publishedAverage === null ? null : BigInt(edit.publishedAverage),
      status: 'DRAFT',
      updatedAt: clock.now(),
    },
  })
  return fromRow(row)
}

/**
 * One step of a simulation. False when the rows were changed meanwhile, or somebody else's step came first: then this one
 * counts for nothing.
 */
export async function saveSimulation(
  { database, clock }: Platform,
  proposal: { id: string; rowsHash: string },
  record: SimulationRecord,
  complete: boolean,
): Promise<boolean> {
  const saved = await database.query<{ id: string }>(
    {
      name: 'proposal-simulated',
      text: `UPDATE policy_proposal SET simulation = $3::jsonb, simulated_hash = $2,
          status = CASE WHEN $4 THEN 'SIMULATED' ELSE 'DRAFT' END, simulated_at = CASE WHEN $4 THEN $5::timestamp ELSE NULL END
        WHERE id = $1 AND rows_hash = $2 AND status IN ('DRAFT', 'SIMULATED')
          AND ($6 = 0 OR (simulation->>'run' = $7 AND (simulation->>'step')::int = $6)) RETURNING id`,
    },
    [proposal.id, proposal.rowsHash, JSON.stringify(record), complete, clock.now(), record.step - 1, record.run],
  )
  return saved.length === 1
}

export async function endProposal(
  { database, clock }: Platform,
  id: string,
  status: 'PUBLISHED' | 'WITHDRAWN',
  endedBy: string,
): Promise<ProposalRow> {
  const now = clock.now()
  const row = await database.prisma.policyProposal.update({
    where: { id },
    data: { status, endedBy, endedAt: now, updatedAt: now, revision: { increment: 1 } },
  })
  return fromRow(row)
}

export interface ProposalPage {
  open: boolean | undefined
  before: { updatedAt: Date; id: string } | undefined
  limit: number
}

/** Last changed first. */
export async function listProposals({ database }: Platform, page: ProposalPage): Promise<ProposalRow[]> {
  const { open, before, limit } = page
  const rows = await database.prisma.policyProposal.findMany({
    where: {
      ...(open === undefined ? {} : { status: { in: open ? ['DRAFT', 'SIMULATED'] : ['PUBLISHED', 'WITHDRAWN'] } }),
      ...(before
        ? { OR: [{ updatedAt: { lt: before.updatedAt } }, { updatedAt: before.updatedAt, id: { lt: before.id } }] }
        : {}),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(fromRow)
}

/** Names of accounts, in one query. */
export async function listAccountNames({ database }: Platform, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.query<{ id: string; name: string }>(
    { name: 'account-names', text: 'SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[])' },
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
