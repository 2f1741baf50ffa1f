import { fen } from '@shebao/kernel'
import type { Unmasked } from '../../../../shared/data/masking.ts'
import { answer } from '../../../../shared/testing/show-page.tsx'
import type { MonthlyChangeRowFragment, MonthlyCheckQuery, MonthlyDeclarationQuery } from '../declaration.generated.ts'
import { MonthlyBillDocument, MonthlyCheckDocument, MonthlyDeclarationDocument } from '../declaration.generated.ts'
import { MonthlyWindowDocument } from '../monthly.generated.ts'
import type { MonthlyRulesFragment } from '../monthly.generated.ts'

type Declaration = Unmasked<MonthlyDeclarationQuery>['monthlyDeclaration']
type Row = Declaration['changes']['edges'][number]['node']
type Judgement = Unmasked<MonthlyCheckQuery>['monthlyDeclaration']['judgement']

/** The 12th of November 2026, in a region whose cut-off is the 20th. */
export const rules: MonthlyRulesFragment = {
  __typename: 'MonthlyWindow',
  monthlySelf: false,
  open: '2026-11',
  cutOffDay: 20,
  oldest: '2026-08',
  today: '2026-11-12',
  annualWindowOpen: false,
}

export const windowAnswer = (given: Partial<MonthlyRulesFragment> = {}) =>
  answer(MonthlyWindowDocument, { monthlyWindow: { ...rules, ...given } })

/** Somebody who stops, as the office keeps it. */
export const stopRow = (given: Partial<MonthlyChangeRowFragment> = {}): Row => ({
  __typename: 'MonthlyChange',
  id: `m1:0:${given.rowNo ?? 1}`,
  rowNo: 1,
  changeType: 'STOP_RESIGN',
  name: '王芳',
  idType: 'RESIDENT_ID',
  idNumber: '110101199003078670',
  sex: null,
  birthDate: null,
  insurances: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
  householdType: null,
  employmentForm: null,
  mobile: null,
  hireDate: null,
  leaveDate: '2026-11-10',
  effectivePeriod: '2026-12',
  lastPayablePeriod: '2026-11',
  monthlyWage: null,
  infoField: null,
  infoValue: null,
  reason: null,
  raw: null,
  lateRegistration: false,
  unemployedListDue: '2026-11-25',
  individualId: 'p1',
  issues: [],
  before: { __typename: 'MonthlyStanding', insurances: ['PENSION', 'MEDICAL'], wage: fen(900_000) },
  after: { __typename: 'MonthlyStanding', insurances: [], wage: null },
  ...given,
})

export const head = (given: Partial<Declaration> = {}): Omit<Declaration, 'changes'> => ({
  __typename: 'MonthlyDeclaration',
  id: 'm1',
  period: '2026-11',
  filing: 'REGULAR',
  sequence: 0,
  state: 'DRAFT',
  editable: true,
  mark: 'k1',
  revision: 3,
  version: 0,
  dueOn: '2026-11-20',
  submittedAt: null,
  savedAt: '2026-11-12T02:00:00Z',
  actions: ['SUBMIT', 'CANCEL'],
  unit: { __typename: 'MonthlyUnit', unitName: '示范公司', registrationNo: '1101110011' },
  counts: {
    __typename: 'MonthlyChangeCounts',
    changes: 1,
    joins: 0,
    stops: 1,
    bases: 0,
    infos: 0,
    withErrors: 0,
    withWarnings: 0,
  },
  notes: [],
  receipt: null,
  events: [],
  ...given,
})

const pages = (rows: readonly Row[]): Declaration['changes'] => ({
  __typename: 'MonthlyChangesConnection',
  edges: rows.map((node) => ({ __typename: 'MonthlyChangesEdge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
})

/** The page of one declaration, as it stands each time it is asked for. */
export const declarationAnswer = (given: () => Partial<Declaration>, rows: () => readonly Row[] = () => [stopRow()]) =>
  answer(MonthlyDeclarationDocument, () => ({ monthlyDeclaration: { ...head(given()), changes: pages(rows()) } }))

export const checkAnswer = (
  given: () => Partial<Declaration> = () => ({}),
  judged: Partial<Judgement> = {},
  rows: readonly Row[] = [stopRow()],
) =>
  answer(MonthlyCheckDocument, () => ({
    monthlyDeclaration: {
      ...head(given()),
      changes: pages(rows),
      judgement: {
        __typename: 'MonthlyJudgement',
        verdict: 'COMPLETE',
        errors: 0,
        lateRegistrations: 0,
        duties: [{ __typename: 'MonthlyDuty', dueOn: '2026-11-25', people: 1 }],
        issues: [],
        ...judged,
      },
    },
  }))

export const billAnswer = () =>
  answer(MonthlyBillDocument, {
    monthlyDeclaration: {
      __typename: 'MonthlyDeclaration',
      id: 'm1',
      revision: 3,
      preview: {
        __typename: 'MonthlyPreview',
        unchanged: 24,
        differenceBilled: fen(0),
        differenceCredited: fen(0),
        differencePeople: 0,
        nextBill: {
          __typename: 'NextBill',
          period: '2026-12',
          people: 24,
          leavers: 1,
          total: fen(8_000_000),
          noticeNumber: null,
          lastNumber: 'JF1',
          lastPeriod: '2026-11',
          lastPeople: 25,
          lastTotal: fen(8_100_000),
          lines: [{ __typename: 'NextBillLine', insurance: 'PENSION', next: fen(8_000_000), last: fen(8_100_000) }],
        },
      },
    },
  })

export const anIssue = (given: Partial<Row['issues'][number]> = {}): Row['issues'][number] => ({
  __typename: 'Issue',
  ruleId: 'monthly.lastPayablePeriod.current',
  severity: 'ERROR',
  code: 'RANGE',
  path: 'change[1].lastPayablePeriod',
  field: 'lastPayablePeriod',
  row: 1,
  params: { earliest: '2026-11' },
  ...given,
})
