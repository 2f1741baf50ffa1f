import type { OfficePayee, PayeeChange } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export type PayeeChangeRow = PayeeChange & { requesterName: string; deciderName: string | null }

const columns = `p.id, p.office_id AS "officeId", p.number, p.name, p.bank, p.held_number AS "heldNumber", p.held_name AS "heldName",
  p.held_bank AS "heldBank", p.document_no AS "documentNo", p.reason, p.status, p.requested_by AS "requestedBy",
  p.requested_at AS "requestedAt", p.decided_by AS "decidedBy", p.decided_at AS "decidedAt", p.refusal,
  COALESCE(requester.display_name, '') AS "requesterName", decider.display_name AS "deciderName"`
const joined = `payee_change p LEFT JOIN account requester ON requester.id = p.requested_by
  LEFT JOIN account decider ON decider.id = p.decided_by`

export async function findPayeeChange({ database }: Platform, id: string): Promise<PayeeChangeRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<PayeeChangeRow>(
    { name: 'payee-change-find', text: `SELECT ${columns} FROM ${joined} WHERE p.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends. */
export async function lockPayeeChange({ database }: Platform, id: string): Promise<PayeeChangeRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<PayeeChangeRow>(
    { name: 'payee-change-lock', text: `SELECT ${columns} FROM ${joined} WHERE p.id = $1 FOR UPDATE OF p` },
    [id],
  )
  return row
}

export async function hasOpenPayeeChange({ database }: Platform, officeId: string): Promise<boolean> {
  return (await database.prisma.payeeChange.count({ where: { officeId, status: 'REQUESTED' } })) > 0
}

export async function insertPayeeChange(
  platform: Platform,
  row: Omit<PayeeChange, 'id' | 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>,
): Promise<PayeeChangeRow> {
  const { id } = await platform.database.prisma.payeeChange.create({ data: row, select: { id: true } })
  const made = await findPayeeChange(platform, id)
  if (!made) throw new Error('The change of the payee account was not kept.')
  return made
}

export async function decidePayeeChange(
  { database }: Platform,
  id: string,
  data: Pick<PayeeChange, 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>,
): Promise<void> {
  await database.prisma.payeeChange.update({ where: { id }, data })
}

/** Newest first. */
export function listPayeeChanges(
  { database }: Platform,
  of: { officeId: string; before: { at: Date; id: string } | undefined; limit: number },
): Promise<PayeeChangeRow[]> {
  return database.query<PayeeChangeRow>(
    {
      name: 'payee-change-list',
      text: `SELECT ${columns} FROM ${joined} WHERE p.office_id = $1
        AND ($2::timestamp IS NULL OR (p.requested_at, p.id) < ($2, $3::uuid))
        ORDER BY p.requested_at DESC, p.id DESC LIMIT $4`,
    },
    [of.officeId, of.before?.at ?? null, of.before?.id ?? null, of.limit],
  )
}

/** The accounts of an office, newest first. */
export function listPayees({ database }: Platform, officeId: string, limit: number): Promise<OfficePayee[]> {
  return database.prisma.officePayee.findMany({
    where: { officeId },
    orderBy: [{ fromDay: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}
