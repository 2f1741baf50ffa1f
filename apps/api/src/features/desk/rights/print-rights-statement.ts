import type { Language } from '@shebao/kernel'
import { formatQuantity, WORDS } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getOfficeOf } from '../../register/employer/index.ts'
import { findDocument, printedYuan, printStatement } from '../../register/paper/index.ts'
import type { PrintedPaper, Statement } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { amountOfStatement, paidOf } from './statement-facts.ts'
import type { KeptStatement, StatementFacts } from './statement-facts.ts'
import { statementWords } from './statement-words.ts'
import type { StatementWords } from './statement-words.ts'
import { findStatement, findStatementById } from './statement.repository.ts'
import type { StatementRow } from './statement.repository.ts'

interface Asked {
  language: Language
  origin: string
}

/** One's own frozen statement, as it was made, in either language. */
export async function printOwnStatement(
  platform: Platform,
  viewer: Viewer | undefined,
  { year, version, ...asked }: Asked & { year: number; version: number },
): Promise<PrintedPaper> {
  const own = requireMay(viewer, 'record:read')
  const row = await findStatement(platform, { individualId: own.individualId, year, version })
  return print(platform, own, row, asked)
}

/** The one that was just handed out at the window. */
export async function printHandedOut(
  platform: Platform,
  viewer: Viewer | undefined,
  { statement, ...asked }: Asked & { statement: string },
): Promise<PrintedPaper> {
  const staff = requireMay(viewer, 'rights-statement:issue')
  return print(platform, staff, await findStatementById(platform, statement), asked)
}

async function print(
  platform: Platform,
  { accountId, kind }: Pick<Viewer, 'accountId' | 'kind'>,
  row: StatementRow | null,
  { language, origin }: Asked,
): Promise<PrintedPaper> {
  if (!row) throw notFound('statement')
  const { year, version } = row
  const kept = platform.vault.open<KeptStatement>(row.content)
  const key = { kind: 'RIGHTS_STATEMENT', subjectId: kept.facts.subject, version }
  const document = await findDocument(platform, key)
  if (!document) throw notFound('statement')
  const office = await getOfficeOf(platform, row)
  await platform.audit.record({
    actorKind: kind,
    actorId: accountId,
    origin,
    action: 'RIGHTS_STATEMENT_PRINTED',
    recordType: 'RightsStatement',
    recordId: row.id,
    change: { year, version },
  })
  const words = await wordsInForce(platform, statementWords, language, document.createdAt)
  const statement = statementOf(kept, { language, words, number: document.number, version })
  return printStatement(platform, document, { office, language, statement })
}

interface Paper {
  language: Language
  words: StatementWords
  number: string
  version: number
}

export function statementOf({ facts, replaces, why }: KeptStatement, paper: Paper): Statement {
  const { language, words, number, version } = paper
  const { insurances } = WORDS[language]
  return {
    title: words.title.replace('{year}', String(facts.year)),
    subtitle: words.subtitle.replace('{number}', number),
    facts: [
      [words.name, facts.name],
      [words.idNumber, facts.idMasked],
      [words.year, String(facts.year)],
      [words.unit, facts.unit ?? '–'],
      [words.version, String(version)],
    ],
    headers: words.headers,
    widths: [1.2, 0.9, 0.9, 0.8, 0.8, 1.2, 1.1, 1.1],
    rightFrom: 3,
    rows: facts.lines.map((line) => [
      insurances[line.insurance],
      words.standing[line.standing],
      line.firstInsured ?? '–',
      String(line.monthsOfYear),
      String(line.months),
      printedYuan(line.base),
      printedYuan(line.employer),
      printedYuan(line.personal),
    ]),
    amounts: amountsOf(facts, paper),
    total: amountOfStatement(facts),
    notes: [
      ...(replaces === null ? [] : [words.replaces.replace('{number}', replaces)]),
      ...(facts.account === null ? [words.noAccount] : facts.account.final ? [] : [words.notFinal]),
      ...transferNotes(facts, paper),
      words.benefits,
      words.frozen,
    ],
    derivations: why === null ? [] : [why],
  }
}

function transferNotes({ transfers = [] }: StatementFacts, { language, words }: Paper): string[] {
  const { insurances } = WORDS[language]
  if (transfers.length === 0) return [words.transfers]
  return transfers.map(({ outgoing, insurance, from, to, agency, region }) =>
    (outgoing ? words.transferredOut : words.transferredIn)
      .replace('{insurance}', insurances[insurance])
      .replace('{from}', from)
      .replace('{to}', to)
      .replace('{agency}', agency)
      .replace('{region}', region),
  )
}

function amountsOf(facts: StatementFacts, { language, words }: Paper): Statement['amounts'] {
  const { account } = facts
  const paid = [
    [words.paidEmployer, printedYuan(paidOf(facts, 'employer'))],
    [words.paidPersonal, printedYuan(paidOf(facts, 'personal'))],
  ] as const
  if (account === null) return [...paid, [words.closing, `¥ ${printedYuan(0)}`]]
  return [
    ...paid,
    [words.opening, printedYuan(account.opening)],
    [words.principal, printedYuan(account.principal)],
    [
      words.interest.replace('{rate}', formatQuantity({ kind: 'PPM', value: account.ratePpm }, language)),
      printedYuan(account.interest),
    ],
    [words.closing, `¥ ${printedYuan(account.closing)}`],
  ]
}
