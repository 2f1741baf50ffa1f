import { checkPersonIdentifier, inferIdType, maskIdNumber, maskName, personNumberOnRecord } from '@shebao/identifiers'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { findPerson } from '../search/index.ts'
import { makeStatements } from './make-statements.ts'
import { numberOf, statementProblems } from './statement-facts.ts'
import { listStatements } from './statement.repository.ts'
import type { StatementRow } from './statement.repository.ts'

/** NOBODY has this number. ID_NOT_SEEN: nobody's document was looked at, or of an agent not both (domain 8). */
export const handOutProblems = [...statementProblems, 'NOBODY', 'ID_NOT_SEEN', 'AGENT_IS_PERSON'] as const
export type HandOutProblem = (typeof handOutProblems)[number]

export interface AtWindow {
  /** Of a document or card, whole. */
  number: string
  year: number
  reason: string
  /** The person's own; with an agent theirs, too. */
  idSeen: boolean
  agent?: { name: string; idNumber: string; idSeen: boolean } | null | undefined
}

export interface HandedOut {
  statement: StatementRow
  nameMasked: string
  idMasked: string
}

const nameLength = [2, 60] as const

/**
 * A yearly statement for a person who comes to the window, or for whoever comes for them with both IDs: made where there is none or
 * something was corrected since. The person is told, and sees in their record who did it and why.
 */
export async function handOutStatement(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { number, year, ...given }: AtWindow,
): Promise<HandedOut | { problem: HandOutProblem }> {
  const actor = requireMay(asker, 'rights-statement:issue')
  const reason = requireText('reason', given.reason)
  const agent = given.agent ? agentOf(platform, given.agent) : undefined
  if (!given.idSeen || agent?.idSeen === false) return { problem: 'ID_NOT_SEEN' }
  const person = await findPerson(platform, actor, { number, origin, as: 'rights-statement:issue' })
  if (!person) return { problem: 'NOBODY' }
  if (agent?.idNumber === personNumberOnRecord(number)) return { problem: 'AGENT_IS_PERSON' }
  return platform.database.transaction(async () => {
    const { problems } = await makeStatements(platform, year, [person.id])
    const problem = problems.get(person.id)
    const [statement] = await listStatements(platform, [person.id], year)
    if (!statement) return { problem: problem ?? 'NOTHING_RECORDED' }
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: actor.accountId,
      role: actingRole(actor, 'rights-statement:issue'),
      origin,
      action: 'RIGHTS_STATEMENT_HANDED_OUT',
      recordType: 'Individual',
      recordId: person.id,
      reason,
      change: {
        year,
        version: statement.version,
        ...(agent && { agentMasked: `${maskName(agent.name)} ${maskIdNumber(agent.idNumber)}` }),
      },
    })
    await tellOf(platform, person.id, statement, agent !== undefined)
    return { statement, nameMasked: person.nameMasked, idMasked: person.idMasked }
  })
}

/** Who comes for somebody is written down by a number that can be one. */
function agentOf(platform: Platform, { name, idNumber, idSeen }: NonNullable<AtWindow['agent']>) {
  const number = personNumberOnRecord(idNumber)
  if (!checkPersonIdentifier(inferIdType(number), number, platform.clock.today()).ok)
    throw badInput('agent.idNumber', 'This is no number of an identity document.')
  return { name: requireText('agent.name', name, nameLength), idNumber: number, idSeen }
}

function tellOf(
  platform: Platform,
  individualId: string,
  { year, contentHash, version }: StatementRow,
  toAgent: boolean,
): Promise<void> {
  const at = platform.clock.now().toISOString()
  return tell(platform, [
    {
      kind: 'RIGHTS_STATEMENT_HANDED_OUT',
      params: { year, number: numberOf(year, contentHash, version), at, toAgent },
      to: { individualId },
      key: `rights-statement-window:${individualId}:${year}:${at}`,
    },
  ])
}
