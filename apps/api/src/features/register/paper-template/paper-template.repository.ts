import { oneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import type { PaperTemplateVersion, Prisma } from '@shebao/prisma/client'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { paperTemplateNames } from './template-names.ts'
import type { PaperTemplateName } from './template-names.ts'

/** By language and place; what is not here is as released. */
export type OwnTexts = Record<Language, Record<string, string>>

export type TemplateVersionRow = Omit<PaperTemplateVersion, 'name' | 'texts'> & {
  name: PaperTemplateName
  texts: OwnTexts
  requesterName: string
  deciderName: string | null
}
type StoredRow = Omit<TemplateVersionRow, 'name' | 'texts'> & { name: string; texts: unknown }

const ownTexts = z.object({ 'zh-CN': z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) })
const columns = `v.id, v.name, v.version, v.based_on AS "basedOn", v.texts, v.valid_from AS "validFrom", v.document_no AS "documentNo", v.reason,
  v.status, v.requested_by AS "requestedBy", v.requested_at AS "requestedAt", v.decided_by AS "decidedBy", v.decided_at AS "decidedAt",
  v.refusal, COALESCE(requester.display_name, '') AS "requesterName", decider.display_name AS "deciderName"`
const joined = `paper_template_version v LEFT JOIN account requester ON requester.id = v.requested_by
  LEFT JOIN account decider ON decider.id = v.decided_by`
const read = (row: StoredRow): TemplateVersionRow => ({
  ...row,
  name: oneOf(paperTemplateNames, row.name, 'paper template'),
  texts: ownTexts.parse(row.texts),
})

export async function findVersion({ database }: Platform, id: string): Promise<TemplateVersionRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'paper-template-find', text: `SELECT ${columns} FROM ${joined} WHERE v.id = $1` },
    [id],
  )
  return row && read(row)
}

/** Held until the transaction ends. */
export async function lockVersion({ database }: Platform, id: string): Promise<TemplateVersionRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<StoredRow>(
    { name: 'paper-template-lock', text: `SELECT ${columns} FROM ${joined} WHERE v.id = $1 FOR UPDATE OF v` },
    [id],
  )
  return row && read(row)
}

/** Held until the transaction ends: of one template one version waits. */
export async function lockTemplate({ database }: Platform, name: PaperTemplateName): Promise<void> {
  await database.query(
    {
      name: 'paper-template-lock-name',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('paper-template|' || $1, 1))`,
    },
    [name],
  )
}

/** What a paper says that is issued on a day: of what was published by a moment, the latest first day, of one day the last decided. */
export async function findVersionAt(
  { database }: Platform,
  name: PaperTemplateName,
  { day, at }: { day: string; at: Date },
): Promise<{ version: number; texts: OwnTexts } | undefined> {
  const [row] = await database.query<{ version: number; texts: unknown }>(
    {
      name: 'paper-template-at',
      text: `SELECT version, texts FROM paper_template_version
        WHERE name = $1 AND status = 'PUBLISHED' AND valid_from <= $2 AND decided_at <= $3
        ORDER BY valid_from DESC, decided_at DESC LIMIT 1`,
    },
    [name, day, at],
  )
  return row && { version: row.version, texts: ownTexts.parse(row.texts) }
}

export async function hasOpenVersion({ database }: Platform, name: PaperTemplateName): Promise<boolean> {
  return (await database.prisma.paperTemplateVersion.count({ where: { name, status: 'PROPOSED' } })) > 0
}

export async function insertVersion(
  platform: Platform,
  {
    texts,
    ...row
  }: Pick<
    TemplateVersionRow,
    'name' | 'basedOn' | 'texts' | 'validFrom' | 'documentNo' | 'reason' | 'requestedBy' | 'requestedAt'
  >,
): Promise<TemplateVersionRow> {
  const { paperTemplateVersion: versions } = platform.database.prisma
  const last = await versions.aggregate({ where: { name: row.name }, _max: { version: true } })
  const version = (last._max.version ?? 0) + 1
  const json: Prisma.InputJsonObject = texts
  const { id } = await versions.create({ data: { ...row, version, texts: json }, select: { id: true } })
  const made = await findVersion(platform, id)
  if (!made) throw new Error('The version of the template was not kept.')
  return made
}

export async function decideVersion(
  { database }: Platform,
  id: string,
  data: Pick<PaperTemplateVersion, 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>,
): Promise<void> {
  await database.prisma.paperTemplateVersion.update({ where: { id }, data })
}

/** Of each template what waits, what holds on a day, and what was published for later days, by its day. */
export async function listStandingVersions({ database }: Platform, day: string): Promise<TemplateVersionRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'paper-templates-standing',
      text: `SELECT ${columns} FROM ${joined} WHERE v.status = 'PROPOSED' OR (v.status = 'PUBLISHED' AND v.valid_from > $1)
        OR v.id IN (SELECT DISTINCT ON (name) id FROM paper_template_version WHERE status = 'PUBLISHED' AND valid_from <= $1
          ORDER BY name, valid_from DESC, decided_at DESC)
        ORDER BY v.valid_from, v.decided_at LIMIT ${mostStanding}`,
    },
    [day],
  )
  return rows.map(read)
}
/** More than anybody plans ahead for seven templates [PD]. */
const mostStanding = 100

/** Of one template, newest first. */
export async function listVersions(
  { database }: Platform,
  { name, before, limit }: { name: PaperTemplateName; before: number | undefined; limit: number },
): Promise<TemplateVersionRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'paper-template-versions',
      text: `SELECT ${columns} FROM ${joined} WHERE v.name = $1 AND ($2::int IS NULL OR v.version < $2) ORDER BY v.version DESC LIMIT $3`,
    },
    [name, before ?? null, limit],
  )
  return rows.map(read)
}
