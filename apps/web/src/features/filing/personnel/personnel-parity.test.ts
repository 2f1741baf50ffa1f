import { checkPersonnel, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue, PersonnelRow } from '@shebao/declaration-rules'
import { checkPersonIdentifier, normaliseIdentifier } from '@shebao/identifiers'
import { period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { writeRosterCsv, writeRosterXlsx } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { drawnDeclaration } from '@shebao/test-support/drawn-declaration'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judge, sameNumberOf } from './judge-person.ts'
import type { ListedRow } from './personnel-list.ts'
import type { Answer, RulesOfList } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'

// The page's side of "the rules are one": declaration window and file worker against the rules themselves; the table says what the
// office says. The API's side, with the terminal, compares with the same rules on the same draws (apps/api/src/parity.test.ts).

const rules: RulesOfList = {
  today: '2026-06-15',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}
const context = { ...personnelContextOf(rules.policy, rules.today, rules.year), signedList: true }

const numberOf = ({ idNumber }: PersonnelDraft) => normaliseIdentifier(idNumber ?? '')

/** As the office answers: of those who bear the number the first of whom it is a correct one. */
function firstRowOf(personnel: readonly PersonnelRow[], draft: PersonnelDraft): number | undefined {
  const isCorrect = ({ idType, idNumber = '', raw }: PersonnelDraft) =>
    raw?.idType === undefined && checkPersonIdentifier(idType, idNumber, rules.today).ok
  return personnel.find((other) => numberOf(other.draft) === numberOf(draft) && isCorrect(other.draft))?.row
}

/** Without the place in the list: the window looks at one person, the worker names rows of the sheet. */
const said = ({ ruleId, code, field, severity }: Issue): string => `${ruleId} ${code} ${field} ${severity}`

function byRow(issues: readonly Issue[], shift = 0): Record<number, string[]> {
  const found: Record<number, string[]> = {}
  for (const issue of issues) (found[(issue.row ?? 0) + shift] ??= []).push(said(issue))
  return found
}

const sorted = (words: Record<number, string[]>) =>
  Object.fromEntries(Object.entries(words).map(([row, said]) => [row, said.toSorted()]))

it('window and file worker say of every person what the rules say', () => {
  fc.assert(
    fc.property(drawnDeclaration(), fc.boolean(), ({ personnel }, asCsv) => {
      const rows = personnel.map(({ draft, row = 0 }): ListedRow => ({
        row,
        draft,
        idDigitsLost: false,
        activeElsewhere: false,
        firstRow: firstRowOf(personnel, draft) ?? row,
      }))
      const expected = checkPersonnel(personnel, context).issues.filter(({ row }) => row !== undefined)
      const words = byRow(expected)
      // Each person comes alone, with the row that bears the number first.
      for (const listed of rows) {
        expect(judge(rules, listed.draft, listed, sameNumberOf(listed)).issues.map(said)).toEqual(
          words[listed.row] ?? [],
        )
      }

      if (rows.length === 0) return
      const drafts = rows.map(({ draft }) => draft)
      const write = asCsv ? writeRosterCsv : writeRosterXlsx
      const answers: Answer[] = []
      new RosterSession((answer) => answers.push(answer)).handle({
        kind: 'open',
        bytes: write(drafts, { version: 1, contentHash: 'test' }),
        fileName: asCsv ? 'list.csv' : 'list.xlsx',
        rules,
      })
      const read = answers.find((answer) => answer.kind === 'reading')
      const { errors, hints } = read?.reading.summary ?? { errors: undefined, hints: undefined }
      const listed = [...(errors?.first ?? []), ...(hints?.first ?? [])].map(({ issue }) => issue)
      // The sheet has one line more above its people than the drawn list; the worker lists errors apart from hints.
      expect(sorted(byRow(listed, -1))).toEqual(sorted(words))
    }),
    { numRuns: 60 },
  )
})
