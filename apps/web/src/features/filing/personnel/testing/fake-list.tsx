import { messageOf, PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { fen, period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import { answer } from '../../../../shared/testing/show-page.tsx'
import type { Answer } from '../../../../shared/testing/show-page.tsx'
import { PersonnelDesk } from '../personnel-desk.tsx'
import {
  PersonnelCountsDocument,
  PersonnelPlacesDocument,
  PersonnelRowsDocument,
  PersonnelSumsDocument,
} from '../personnel.generated.ts'
import type { RulesOfList } from '../roster-protocol.ts'
import { PeopleOfNumberDocument } from '../use-same-number.generated.ts'
import { usePersonnelList } from '../use-personnel-list.ts'

export const rules: RulesOfList = {
  today: '2026-11-23',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}

interface Person {
  row: number
  draft: PersonnelDraft
}

const lastSaved = { __typename: 'LastSaved' as const, name: '周敏', at: '2026-11-23T01:00:00Z', mine: false }

/** As the office says it. */
const worded = (issue: Issue) => ({
  __typename: 'Issue' as const,
  severity: issue.severity === 'error' ? ('ERROR' as const) : ('WARNING' as const),
  words: { __typename: 'IssueWords' as const, zh: messageOf(issue, 'zh-CN'), en: messageOf(issue, 'en') },
})

/** The office's side of a list: it counts, finds and hands out whoever is on it, as the API does. */
export class FakeList {
  people: Person[]
  revision = 4

  constructor(drafts: readonly PersonnelDraft[]) {
    this.people = drafts.map((draft, index) => ({ row: index + 1, draft }))
  }

  put(row: number, draft: PersonnelDraft): void {
    this.people = [...this.people.filter((person) => person.row !== row), { row, draft }]
    this.revision += 1
  }

  remove(rows: readonly number[]): void {
    this.people = this.people.filter(({ row }) => !rows.includes(row))
    this.revision += 1
  }

  #checked() {
    const sorted = this.people.toSorted((a, b) => a.row - b.row)
    const { policy, today, year } = rules
    const checker = new PersonnelChecker(personnelContextOf(policy, today, year), sorted)
    const rows = sorted.map((person, index) => {
      const issues = checker.issuesOf(index)
      const failing = issues.some(({ severity }) => severity === 'error')
      const first = sorted.find(({ draft }) => draft.idNumber !== undefined && draft.idNumber === person.draft.idNumber)
      const state = failing ? 'ERROR' : issues.length > 0 ? 'WARNING' : 'FINE'
      return { ...person, state, issues: issues.map(worded), firstRow: first?.row ?? null }
    })
    return { rows, totals: checker.totals }
  }

  get #declaration() {
    return { __typename: 'Declaration' as const, id: 'd1', personnelRevision: this.revision }
  }

  #counts() {
    const { rows, totals } = this.#checked()
    const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length
    return {
      __typename: 'PersonnelSummary' as const,
      revision: this.revision,
      people: rows.length,
      rowsWithErrors: count('ERROR'),
      rowsOnlyWarned: count('WARNING'),
      wages: fen(totals.wages.value),
      wagesUnknown: totals.wages.unknown,
      insurances: [
        {
          __typename: 'PersonnelInsuranceTotal' as const,
          insurance: 'PENSION' as const,
          base: fen(totals.bases.PENSION.value),
          unknown: 0,
        },
      ],
    }
  }

  #places(state: string | null | undefined, text: string) {
    const rows = this.#checked().rows.filter(
      (person) => (!state || person.state === state) && (person.draft.name ?? '').includes(text),
    )
    const ranges = rows.flatMap(({ row }) => [row, row])
    return { __typename: 'PersonnelPlaces' as const, revision: this.revision, ranges }
  }

  #drafts(wanted: (person: Person) => boolean) {
    return this.#checked()
      .rows.filter(wanted)
      .map(({ row, draft, firstRow, issues }) => ({
        __typename: 'PersonnelDraftRow' as const,
        rowNo: row,
        draft,
        firstRow,
        issues,
        idDigitsLost: false,
        activeElsewhere: false,
      }))
  }

  get answers(): Answer[] {
    return [
      answer(PersonnelCountsDocument, () => ({
        declaration: {
          ...this.#declaration,
          personnelSummary: this.#counts(),
          personnelPlaces: this.#places(null, ''),
        },
      })),
      answer(PersonnelSumsDocument, () => ({
        declaration: { ...this.#declaration, personnelSummary: this.#counts() },
      })),
      answer(PersonnelPlacesDocument, ({ state, text }) => ({
        declaration: { ...this.#declaration, personnelPlaces: this.#places(state, text) },
      })),
      answer(PersonnelRowsDocument, ({ rowNos, who }) => {
        const wanted: readonly number[] = [rowNos].flat()
        const personnelDrafts = this.#drafts(({ row }) => wanted.includes(row))
        return { declaration: { ...this.#declaration, personnelDrafts, ...(who === true ? { lastSaved } : {}) } }
      }),
      answer(PeopleOfNumberDocument, ({ idNumber }) => ({
        declaration: {
          ...this.#declaration,
          personnelDrafts: this.#drafts(({ draft }) => draft.idNumber === idNumber),
        },
      })),
    ]
  }
}

/** The desk over the list as the page reads it. */
export function ShownDesk() {
  const { state, reload, hold } = usePersonnelList('d1', rules)
  if (state.kind !== 'held') return null
  return (
    <PersonnelDesk
      declarationId="d1"
      signed={false}
      rosterPeople={1}
      held={state.held}
      onHold={hold}
      onReload={reload}
    />
  )
}
