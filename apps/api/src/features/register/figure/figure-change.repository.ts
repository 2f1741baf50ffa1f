import { oneOf } from '@shebao/kernel'
import type { FigureChange } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { serviceFigureNames } from '../../../platform/service-figures.ts'
import type { ServiceFigureName } from '../../../platform/service-figures.ts'

export type FigureChangeRow = Omit<FigureChange, 'name'> & {
  name: ServiceFigureName
  requesterName: string
  deciderName: string | null
}
type StoredRow = Omit<FigureChangeRow, 'name'> & { name: string }

const columns = `f.id, f.name, f.value, f.held_value AS "heldValue", f.valid_from AS "validFrom", f.document_no AS "documentNo", f.reason,
  f.status, f.requested_by AS "requestedBy", f.requested_at AS "requestedAt", f.decided_by AS "decidedBy", f.decided_at AS "decidedAt",
  f.refusal, COALESCE(requester.display_name, '') AS "requesterName", decider.display_name AS "deciderName"`
const joined = `figure_change f LEFT JOIN account requester ON requester.id = f.requested_by
  LEFT JOIN account decider ON decider.id = f.decided_by`
const named = (row: StoredRow): FigureChangeRow => ({
  ...row,
  name: oneOf(serviceFigureNames, row.name, 'service figure'),
})

export async function findFigureChange({ database }: Platform, id: string): Promise<FigureChangeRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'figure-change-find', text: `SELECT ${columns} FROM ${joined} WHERE f.id = $1` },
    [id],
  )
  return row && named(row)
}

/** Held until the transaction ends. */
export async function lockFigureChange({ database }: Platform, id: string): Promise<FigureChangeRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'figure-change-lock', text: `SELECT ${columns} FROM ${joined} WHERE f.id = $1 FOR UPDATE OF f` },
    [id],
  )
  return row && named(row)
}

/** Held until the transaction ends: of one figure one change waits. */
export async function lockFigure({ database }: Platform, name: ServiceFigureName): Promise<void> {
  await database.query(
    { name: 'figure-lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('figure|' || $1, 1))` },
    [name],
  )
}

export async function hasOpenFigureChange({ database }: Platform, name: ServiceFigureName): Promise<boolean> {
  return (await database.prisma.figureChange.count({ where: { name, status: 'PROPOSED' } })) > 0
}

export async function insertFigureChange(
  platform: Platform,
  row: Omit<FigureChange, 'id' | 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>,
): Promise<FigureChangeRow> {
  const { id } = await platform.database.prisma.figureChange.create({ data: row, select: { id: true } })
  const made = await findFigureChange(platform, id)
  if (!made) throw new Error('The change of the figure was not kept.')
  return made
}

export async function decideFigureChange(
  { database }: Platform,
  id: string,
  data: Pick<FigureChange, 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>,
): Promise<void> {
  await database.prisma.figureChange.update({ where: { id }, data })
}

/** Of each figure what waits, what holds on a day, and what was published for later days, by its day. */
export async function listStandingChanges({ database }: Platform, day: string): Promise<FigureChangeRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'figure-changes-standing',
      text: `SELECT ${columns} FROM ${joined} WHERE f.status = 'PROPOSED' OR (f.status = 'PUBLISHED' AND f.valid_from > $1)
        OR f.id IN (SELECT DISTINCT ON (name) id FROM figure_change WHERE status = 'PUBLISHED' AND valid_from <= $1
          ORDER BY name, valid_from DESC, decided_at DESC)
        ORDER BY f.valid_from, f.decided_at LIMIT ${mostStanding}`,
    },
    [day],
  )
  return rows.map(named)
}
/** More than anybody plans ahead for ten figures [PD]. */
const mostStanding = 200

/** Newest first. */
export async function listFigureChanges(
  { database }: Platform,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<FigureChangeRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'figure-change-list',
      text: `SELECT ${columns} FROM ${joined} WHERE ($1::timestamp IS NULL OR (f.requested_at, f.id) < ($1, $2::uuid))
        ORDER BY f.requested_at DESC, f.id DESC LIMIT $3`,
    },
    [before?.at ?? null, before?.id ?? null, limit],
  )
  return rows.map(named)
}
