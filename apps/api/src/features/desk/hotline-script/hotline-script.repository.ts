import { scriptMatters } from '@shebao/hotline'
import type { ScriptMatter, ScriptText } from '@shebao/hotline'
import { oneOf } from '@shebao/kernel'
import type { HotlineScriptVersion } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export type ScriptRow = Omit<HotlineScriptVersion, 'matter'> & {
  matter: ScriptMatter
  requesterName: string | null
  deciderName: string | null
}
type StoredRow = Omit<ScriptRow, 'matter'> & { matter: string }

const columns = `v.id, v.matter, v.version, v.based_on AS "basedOn", v.text_zh AS "textZh", v.text_en AS "textEn", v.source_zh AS "sourceZh",
  v.source_en AS "sourceEn", v.reason, v.status, v.reviewed_on AS "reviewedOn", v.review_due_on AS "reviewDueOn", v.requested_by AS "requestedBy",
  v.requested_at AS "requestedAt", v.decided_by AS "decidedBy", v.decided_at AS "decidedAt", v.refusal,
  requester.display_name AS "requesterName", decider.display_name AS "deciderName"`
const joined = `hotline_script_version v LEFT JOIN account requester ON requester.id = v.requested_by
  LEFT JOIN account decider ON decider.id = v.decided_by`
const read = (row: StoredRow): ScriptRow => ({ ...row, matter: oneOf(scriptMatters, row.matter, 'matter of a script') })

export async function findVersion({ database }: Platform, id: string): Promise<ScriptRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'hotline-script-find', text: `SELECT ${columns} FROM ${joined} WHERE v.id = $1` },
    [id],
  )
  return row && read(row)
}

/** Held until the transaction ends. */
export async function lockVersion({ database }: Platform, id: string): Promise<ScriptRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'hotline-script-lock', text: `SELECT ${columns} FROM ${joined} WHERE v.id = $1 FOR UPDATE OF v` },
    [id],
  )
  return row && read(row)
}

/** Held until the transaction ends: of one matter one version waits, and one is in use. */
export async function lockMatter({ database }: Platform, matter: ScriptMatter): Promise<void> {
  await database.query(
    {
      name: 'hotline-script-lock-matter',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('hotline-script|' || $1, 1))`,
    },
    [matter],
  )
}

/** Of each matter, or of one, what is in use and what waits; in the order of versions. */
export async function listStanding({ database }: Platform, matter?: ScriptMatter): Promise<ScriptRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'hotline-scripts-standing',
      text: `SELECT ${columns} FROM ${joined} WHERE ($1::text IS NULL OR v.matter = $1) AND (v.status = 'PROPOSED'
          OR v.id IN (SELECT DISTINCT ON (matter) id FROM hotline_script_version WHERE status = 'PUBLISHED' ORDER BY matter, version DESC))
        ORDER BY v.matter, v.version`,
    },
    [matter ?? null],
  )
  return rows.map(read)
}

/** Of one matter, newest first. */
export async function listVersions(
  { database }: Platform,
  { matter, before, limit }: { matter: ScriptMatter; before: number | undefined; limit: number },
): Promise<ScriptRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'hotline-script-versions',
      text: `SELECT ${columns} FROM ${joined} WHERE v.matter = $1 AND ($2::int IS NULL OR v.version < $2) ORDER BY v.version DESC LIMIT $3`,
    },
    [matter, before ?? null, limit],
  )
  return rows.map(read)
}

type NewVersion = Pick<
  ScriptRow,
  'matter' | 'basedOn' | 'reason' | 'reviewedOn' | 'reviewDueOn' | 'requestedBy' | 'requestedAt'
> &
  ScriptText

export async function insertVersion(platform: Platform, row: NewVersion): Promise<ScriptRow> {
  const { hotlineScriptVersion: versions } = platform.database.prisma
  const last = await versions.aggregate({ where: { matter: row.matter }, _max: { version: true } })
  const version = (last._max.version ?? 0) + 1
  const { id } = await versions.create({ data: { ...row, version }, select: { id: true } })
  const made = await findVersion(platform, id)
  if (!made) throw new Error('The version of the script was not kept.')
  return made
}

/** A decision about a version, or the days of its review. */
export async function changeVersion(
  { database }: Platform,
  id: string,
  data: Partial<
    Pick<HotlineScriptVersion, 'status' | 'decidedBy' | 'decidedAt' | 'refusal' | 'reviewedOn' | 'reviewDueOn'>
  >,
): Promise<void> {
  await database.prisma.hotlineScriptVersion.update({ where: { id }, data })
}

/** What came with the release, for matters of which there is nothing yet. */
export async function insertReleased(
  { database, clock }: Platform,
  scripts: readonly (ScriptText & { matter: ScriptMatter; reviewedOn: string; reviewDueOn: string })[],
): Promise<void> {
  const rows = scripts.map((one) => ({ ...one, id: crypto.randomUUID() }))
  await database.query(
    {
      name: 'hotline-scripts-release',
      text: `INSERT INTO hotline_script_version (id, matter, version, based_on, text_zh, text_en, source_zh, source_en, reason, status,
          reviewed_on, review_due_on, requested_at, decided_at)
        SELECT id, matter, 1, 0, "textZh", "textEn", "sourceZh", "sourceEn", '', 'PUBLISHED', "reviewedOn", "reviewDueOn", $2, $2
        FROM jsonb_to_recordset($1::jsonb) AS made(id uuid, matter text, "textZh" text, "textEn" text, "sourceZh" text, "sourceEn" text,
          "reviewedOn" text, "reviewDueOn" text)
        WHERE NOT EXISTS (SELECT FROM hotline_script_version held WHERE held.matter = made.matter) ON CONFLICT DO NOTHING`,
    },
    [JSON.stringify(rows), clock.now()],
  )
}
