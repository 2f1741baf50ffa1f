import { maskName } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import { getOfficeOf } from '../../register/employer/index.ts'
import { registerDocuments } from '../../register/paper/index.ts'
import type { NewDocument } from '../../register/paper/index.ts'
import { loadRights, yearToday } from './load-rights.ts'
import type { RightsContent } from './rights-content.ts'
import { amountOfStatement, numberOf, problemOf, statementFacts } from './statement-facts.ts'
import type { KeptStatement, StatementFacts, StatementProblem } from './statement-facts.ts'
import { holdPeople, insertStatements, listStatements } from './statement.repository.ts'
import type { NamedPerson, StatementRow } from './statement.repository.ts'

export interface MadeStatements {
  /** Of whom a version was made. */
  made: string[]
  /** Why of some none was. */
  problems: Map<string, StatementProblem>
}

/** Before it nobody was insured; the database keeps no statement of an earlier one. */
const firstYear = 1900

interface Drawn {
  individualId: string
  facts: StatementFacts
  hash: string
  kept: KeptStatement
  version: number
  region: string
}

/**
 * Statements of a year for these people, frozen, numbered, signed and entered in the register of papers. Who has one that still says what is
 * true gets none; where something was corrected since, the next version names the one before, which stays verifiable as replaced.
 * Whoever gets one is told. A few statements of SQL, however many people. Belongs into a transaction.
 */
export async function makeStatements(
  platform: Platform,
  year: number,
  individualIds: readonly string[],
): Promise<MadeStatements> {
  if (year >= yearToday(platform))
    return { made: [], problems: new Map(individualIds.map((id) => [id, 'YEAR_NOT_OVER'])) }
  if (year < firstYear) return { made: [], problems: new Map(individualIds.map((id) => [id, 'NOTHING_RECORDED'])) }
  const people = await holdPeople(platform, individualIds)
  const latest = latestOf(await listStatements(platform, individualIds, year))
  const rights = await loadRights(platform, individualIds, year)
  const problems = new Map<string, StatementProblem>()
  const drawn = people.flatMap((person) => {
    const content = rights.get(person.id)
    const problem = content ? problemOf(content) : 'NOTHING_RECORDED'
    if (problem) problems.set(person.id, problem)
    return content && !problem ? draw(platform, person, content, latest.get(person.id)) : []
  })
  const documents = await enter(platform, drawn)
  await insertStatements(
    platform,
    drawn.map(({ individualId, facts, hash, kept, version, region }) => ({
      individualId,
      region,
      year: facts.year,
      version,
      documentId: documents.get(`${facts.subject} ${version}`) ?? '',
      contentHash: hash,
      content: platform.vault.seal(kept),
      madeAt: platform.clock.now(),
    })),
  )
  await tell(platform, drawn.map(tellingOf))
  return { made: drawn.map(({ individualId }) => individualId), problems }
}

const tellingOf = ({ individualId, facts: { year, subject }, hash, version, kept: { replaces } }: Drawn): Telling => ({
  kind: 'RIGHTS_STATEMENT_ISSUED',
  params: { year, number: numberOf(year, hash, version), replaces },
  to: { individualId },
  key: `rights-statement:${subject}:${version}`,
})

function latestOf(rows: readonly StatementRow[]): Map<string, StatementRow> {
  return new Map(rows.toReversed().map((row) => [row.individualId, row]))
}

function draw(
  platform: Platform,
  { id, personal, idMasked }: NamedPerson,
  content: RightsContent,
  before: StatementRow | undefined,
): Drawn[] {
  const { name } = platform.vault.open<{ name: string }>(personal)
  const { facts, why, hash } = statementFacts(id, { name, idMasked }, content)
  if (before?.contentHash === hash) return []
  const replaces = before ? numberOf(content.year, before.contentHash, before.version) : null
  const version = (before?.version ?? 0) + 1
  return [
    { individualId: id, facts, hash, kept: { facts, replaces, why }, version, region: content.unit?.region ?? '' },
  ]
}

/** In the register of papers, office by office; by subject and version, the ids that they got there. */
async function enter(platform: Platform, drawn: readonly Drawn[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [region, of] of Map.groupBy(drawn, (each) => each.region)) {
    const office = await getOfficeOf(platform, { region })
    const documents = of.map((each) => documentOf(platform, each))
    for (const { id, subjectId, version } of await registerDocuments(platform, office, documents))
      ids.set(`${subjectId} ${version}`, id)
  }
  return ids
}

function documentOf({ clock }: Platform, { facts, hash, version }: Drawn): NewDocument {
  return {
    kind: 'RIGHTS_STATEMENT',
    subjectId: facts.subject,
    version,
    number: numberOf(facts.year, hash, version),
    contentHash: hash,
    summary: {
      unitName: `${maskName(facts.name)} ${facts.idMasked}`,
      issuedAt: clock.now().toISOString(),
      concerning: String(facts.year),
      totalFen: amountOfStatement(facts),
    },
  }
}
