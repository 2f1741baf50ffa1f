import type { WorkRule } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface NamedAccount {
  id: string
  name: string
}
export type WorkRuleRow = WorkRule & {
  requesterName: string
  deciderName: string | null
  /** In their turn. */
  people: readonly NamedAccount[]
}

const columns = `r.id, r.number, r.lifecycle, r.district_id AS "districtId", r.industry, r.number_from AS "numberFrom", r.number_to AS "numberTo",
  r.account_ids::text[] AS "accountIds", r.reason, r.status, r.requested_by AS "requestedBy", r.requested_at AS "requestedAt",
  r.decided_by AS "decidedBy", r.decided_at AS "decidedAt", r.refusal, COALESCE(requester.display_name, '') AS "requesterName",
  decider.display_name AS "deciderName", (SELECT json_agg(json_build_object('id', account.id, 'name', account.display_name) ORDER BY given.place)
    FROM unnest(r.account_ids) WITH ORDINALITY given (id, place) JOIN account ON account.id = given.id) AS people`
const joined = `work_rule r LEFT JOIN account requester ON requester.id = r.requested_by LEFT JOIN account decider ON decider.id = r.decided_by`

async function findOne(
  { database }: Platform,
  name: string,
  id: string,
  hold: string,
): Promise<WorkRuleRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<WorkRuleRow>(
    { name, text: `SELECT ${columns} FROM ${joined} WHERE r.id = $1 ${hold}` },
    [id],
  )
  return row
}
export const findWorkRule = (platform: Platform, id: string) => findOne(platform, 'work-rule-find', id, '')
/** Held until the transaction ends. */
export const lockWorkRule = (platform: Platform, id: string) =>
  findOne(platform, 'work-rule-lock', id, 'FOR UPDATE OF r')

export async function insertWorkRule(
  platform: Platform,
  data: Pick<
    WorkRule,
    | 'lifecycle'
    | 'districtId'
    | 'industry'
    | 'numberFrom'
    | 'numberTo'
    | 'accountIds'
    | 'reason'
    | 'requestedBy'
    | 'requestedAt'
  >,
): Promise<WorkRuleRow> {
  const { id } = await platform.database.prisma.workRule.create({ data, select: { id: true } })
  const made = await findWorkRule(platform, id)
  if (!made) throw new Error('The rule was not kept.')
  return made
}

export async function decideWorkRule(
  { database }: Platform,
  id: string,
  data: Partial<Pick<WorkRule, 'status' | 'decidedBy' | 'decidedAt' | 'refusal'>>,
): Promise<void> {
  await database.prisma.workRule.update({ where: { id }, data })
}

/** Newest first; what holds and what waits before what is over. */
const mostRules = 200
export function listWorkRules({ database }: Platform): Promise<WorkRuleRow[]> {
  return database.query<WorkRuleRow>(
    {
      name: 'work-rule-list',
      text: `SELECT ${columns} FROM ${joined}
      ORDER BY array_position(ARRAY['PROPOSED', 'PUBLISHED'], r.status) NULLS LAST, r.number LIMIT ${mostRules}`,
    },
    [],
  )
}

export async function isDistrict({ database }: Platform, id: string): Promise<boolean> {
  return isUuid(id) && (await database.prisma.districtOffice.count({ where: { id } })) > 0
}
