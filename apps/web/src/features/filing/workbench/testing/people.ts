import { fen, period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import { makeResidentId, seededRandom } from '@shebao/test-support'
import type { RulesOfList } from '../../personnel/index.ts'
import type { AskOffice } from '../load-sources.ts'
import type { OwnRow } from '../roster-book.ts'

export const rules: RulesOfList = {
  today: '2026-11-23',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}

/** Somebody about whom the rules have nothing to say; the same seed is the same person. */
export const someone = (seed: number, changes: PersonnelDraft = {}): PersonnelDraft => ({
  name: `王${'芳明强丽伟'.charAt(seed % 5)}`,
  idType: 'RESIDENT_ID',
  idNumber: makeResidentId(seededRandom(seed), {
    sex: 'MALE',
    birthDate: new Date(Date.UTC(1980, 0, 1 + (seed % 9000))).toISOString().slice(0, 10),
    region: '110101',
  }),
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2020-03-01',
  monthsWorkedLastYear: 12,
  wagesLastYear: fen(12_000_000),
  mobile: '13812345678',
  participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
  ...changes,
})

/** The same person as the register knows them. */
export const registered = (seed: number, changes: PersonnelDraft = {}): PersonnelDraft => {
  const { monthsWorkedLastYear: _months, wagesLastYear: _wages, ...known } = someone(seed)
  return { ...known, statedMonthlyAverage: fen(1_000_000), ...changes }
}

export const asRows = (drafts: readonly PersonnelDraft[]): OwnRow[] =>
  drafts.map((draft, index) => ({ row: index + 1, draft, idDigitsLost: false, activeElsewhere: false }))

/** The office's side of the three lists. */
export class FakeOffice {
  revision = 1
  own: Map<number, PersonnelDraft>
  readonly #register: readonly PersonnelDraft[]
  readonly #lastYear: readonly PersonnelDraft[] | null

  constructor(
    own: readonly PersonnelDraft[],
    register: readonly PersonnelDraft[],
    lastYear: readonly PersonnelDraft[] | null,
  ) {
    this.own = new Map(own.map((draft, index) => [index + 1, draft]))
    this.#register = register
    this.#lastYear = lastYear
  }

  /** A colleague changes one person. */
  change(row: number, draft: PersonnelDraft | undefined): void {
    if (draft === undefined) this.own.delete(row)
    else this.own.set(row, draft)
    this.revision += 1
  }

  readonly ask: AskOffice = <Data>() => {
    const listed = (people: readonly PersonnelDraft[]) =>
      people.map((draft, index) => ({ ref: String(index), draft: structuredClone(draft) }))
    const declaration = {
      id: 'd1',
      personnelRevision: this.revision,
      personnelDrafts: [...this.own].map(([rowNo, draft]) => ({
        rowNo,
        draft: structuredClone(draft),
        idDigitsLost: false,
        activeElsewhere: false,
      })),
      registeredPeople: listed(this.#register),
      lastYearPeople: this.#lastYear && listed(this.#lastYear),
    }
    return Promise.resolve({ declaration } as Data)
  }
}
