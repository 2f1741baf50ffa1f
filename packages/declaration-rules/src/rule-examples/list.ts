import { fen } from '@shebao/kernel'
import { PersonnelChecker } from '../personnel-checker.ts'
import type { Declaration, DeclarationContext } from '../check-declaration.ts'
import { figuresOf } from '../cross-rules/unit-figures.ts'
import type { PersonnelRow } from '../personnel-row.ts'
import { changePerson, GOOD_PERSON, PERSON_CONTEXT } from './person.ts'
import { changeUnit, UNIT_CONTEXT } from './unit.ts'

const limits = { floor: fen(682_100), ceiling: fen(3_528_300) }
export const LIST_CONTEXT: DeclarationContext = {
  ...PERSON_CONTEXT,
  ...UNIT_CONTEXT,
  limits: { PENSION: limits, MEDICAL: limits, UNEMPLOYMENT: limits, WORK_INJURY: limits, MATERNITY: limits },
}

const second = changePerson({ name: '林芳', sex: undefined, birthDate: undefined, idType: undefined })

/** Two people and a form whose figures are theirs. */
export const TWO_PEOPLE: readonly PersonnelRow[] = [
  { draft: GOOD_PERSON, row: 2 },
  {
    draft: { ...second, idNumber: '440103198510080120', employmentForm: 'REGULAR', householdType: 'NONLOCAL_RURAL' },
    row: 3,
  },
]

export function wholeDeclaration(): Declaration {
  const figures = figuresOf(new PersonnelChecker(LIST_CONTEXT, TWO_PEOPLE).totals)
  return {
    unit: changeUnit({ ...figures }),
    personnel: TWO_PEOPLE,
    comparison: { currentRosterVersion: 'v2', downloadedRosterVersion: 'v2', openDifferences: 0 },
  }
}

type Whole = { declaration: Declaration; context: DeclarationContext }
/** Rule, path it names, how to fail it. */
export type ListExample = readonly [
  rule: string,
  path: string,
  change: (whole: Declaration) => Partial<Whole>,
  also?: readonly string[],
]

const unit =
  (change: (unit: Declaration['unit']) => Parameters<typeof changeUnit>[0]) =>
  (whole: Declaration): Partial<Whole> => ({
    declaration: { ...whole, unit: { ...whole.unit, ...change(whole.unit) } as Declaration['unit'] },
  })
const compared =
  (comparison: NonNullable<Declaration['comparison']>) =>
  (whole: Declaration): Partial<Whole> => ({ declaration: { ...whole, comparison } })

const EVERY_REASON = {
  PENSION: '一人待转入',
  MEDICAL: '一人待转入',
  UNEMPLOYMENT: '一人待转入',
  WORK_INJURY: '一人待转入',
  MATERNITY: '一人待转入',
}

/** `also`: what cannot but differ together with it. */
export const LIST_EXAMPLES: readonly ListExample[] = [
  [
    'idNumber.activeElsewhere',
    'personnel[1].idNumber',
    () => ({
      context: { ...LIST_CONTEXT, isActiveElsewhere: (key) => key === 'RESIDENT_ID:440103198510080120' },
    }),
  ],
  ['personnel.empty', 'personnel.*.list', (whole) => ({ declaration: { ...whole, personnel: [] } })],
  [
    'note.open',
    'unit.bankName',
    () => ({ context: { ...LIST_CONTEXT, openNotes: [{ path: 'unit.bankName', text: '与开户许可证不一致' }] } }),
  ],
  [
    'note.open',
    'personnel[3]',
    () => ({ context: { ...LIST_CONTEXT, openNotes: [{ path: 'personnel[3]', text: '缺劳动合同', row: 5 }] } }),
  ],
  [
    'note.open',
    'comparison',
    () => ({ context: { ...LIST_CONTEXT, openNotes: [{ path: 'comparison', text: '请核实' }] } }),
  ],
  ['signed.required', 'personnel.*.signed', () => ({ context: { ...LIST_CONTEXT, signedList: false } })],
  [
    'personnel.notListed',
    'personnel.*.list',
    () => ({
      context: { ...LIST_CONTEXT, paidLastDecember: [{ identityKey: 'RESIDENT_ID:11010519491231002X', name: '张三' }] },
    }),
  ],
  [
    'staffTotal.rows',
    'unit.staffTotal',
    unit(() => ({
      staffTotal: 3,
      staffSeasonal: 1,
      staffLocal: 2,
      staffUrban: 2,
      insuredShortfallReason: EVERY_REASON,
    })),
    ['unit.staffSeasonal', 'unit.staffLocal', 'unit.staffUrban'],
  ],
  ['staffParts.rows', 'unit.staffRegular', unit(() => ({ staffRegular: 0, staffSeasonal: 1 })), ['unit.staffSeasonal']],
  [
    'insuredCount.rows',
    'unit.insuredCount.MEDICAL',
    unit(({ insuredCount }) => ({
      insuredCount: { ...insuredCount, MEDICAL: 1 },
      insuredShortfallReason: { MEDICAL: '一人在外单位参保' },
    })),
  ],
  ['totalWagesLastYear.rows', 'unit.totalWagesLastYear', unit(() => ({ totalWagesLastYear: fen(24_000_001) }))],
  [
    'annualContributionBase.rows',
    'unit.annualContributionBase.PENSION',
    unit(({ annualContributionBase }) => ({
      annualContributionBase: { ...annualContributionBase, PENSION: fen(1_999_999) },
    })),
  ],
  [
    'averageMonthlyWageLastYear.derived',
    'unit.averageMonthlyWageLastYear',
    unit(() => ({ averageMonthlyWageLastYear: fen(1_000_002) })),
  ],
  ['averageBaseThisYear.derived', 'unit.averageBaseThisYear', unit(() => ({ averageBaseThisYear: fen(999_998) }))],
  ['roster.downloaded', 'comparison.rosterVersion', compared({ currentRosterVersion: 'v2' })],
  [
    'roster.stale',
    'comparison.rosterVersion',
    compared({ currentRosterVersion: 'v2', downloadedRosterVersion: 'v1', openDifferences: 3 }),
  ],
  [
    'differences.compared',
    'comparison.openDifferences',
    compared({ currentRosterVersion: 'v2', downloadedRosterVersion: 'v2' }),
  ],
  [
    'differences.open',
    'comparison.openDifferences',
    compared({ currentRosterVersion: 'v2', downloadedRosterVersion: 'v2', openDifferences: 1 }),
  ],
]
