import { checkPersonnel, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { writeRosterCsv, writeRosterXlsx } from '@shebao/roster'
import { drawnDeclaration } from '@shebao/test-support/drawn-declaration'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PersonnelList } from './personnel-list.ts'
import type { ListedRow } from './personnel-list.ts'
import type { Answer, RulesOfList } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'

// The page's side of "the rules are one": table cell, declaration window and file worker against the rules themselves.
// The API's side, with the terminal, compares with the same rules on the same draws (apps/api/src/parity.test.ts).

const rules: RulesOfList = {
  today: '2026-06-15',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}
const context = { ...personnelContextOf(rules.policy, rules.today, rules.year), signedList: true }

/** Without the place in the list: the window looks at one person, the worker names rows of the sheet. */
const said = ({ ruleId, code, field, severity }: Issue): string => `${ruleId} ${code} ${field} ${severity}`

function byRow(issues: readonly Issue[], shift = 0): Record<number, string[]> {
  const found: Record<number, string[]> = {}
  for (const issue of issues) (found[(issue.row ?? 0) + shift] ??= []).push(said(issue))
  return found
}

it('table, window and file worker say of every person what the rules say', () => {
  fc.assert(
    fc.property(drawnDeclaration(), fc.boolean(), ({ personnel }, asCsv) => {
      const rows = personnel.map(({ draft, row = 0 }): ListedRow => ({
        row,
        draft,
        idDigitsLost: false,
        activeElsewhere: false,
      }))
      const expected = checkPersonnel(personnel, context).issues.filter(({ row }) => row !== undefined)
      // The rows come in any order and the list is edited: somebody is taken out and entered again.
      const last = rows.at(-1)
      const whole = new PersonnelList(rules, rows.toReversed())
      const list = last === undefined ? whole : whole.without(new Set([last.row])).with(last)
      expect(list.rows.flatMap((_, index) => list.issuesAt(index))).toEqual(expected)

      const words = byRow(expected)
      for (const { draft, row } of rows) expect(list.judge(draft, row).issues.map(said)).toEqual(words[row] ?? [])

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
      // The sheet has one line more above its people than the drawn list.
      expect(byRow(read?.reading.issues.flatMap(({ issues }) => issues) ?? [], -1)).toEqual(words)
    }),
    { numRuns: 60 },
  )
})
