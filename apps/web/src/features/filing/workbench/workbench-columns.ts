import {
  cellFields,
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  retirementCategoryWords,
  sexWords,
  yesNoWords,
} from '@shebao/roster'
import type { CellField, RosterLanguage, Words } from '@shebao/roster'

/** A column of the workbench. The monthly average follows from wages and months, so it is shown and not asked. */
export interface WorkbenchColumn {
  field: CellField
  editable: boolean
  width: number
  figure: boolean
}

const widths: Partial<Record<CellField, number>> = {
  idType: 132,
  idNumber: 196,
  sex: 72,
  householdType: 132,
  monthsWorkedLastYear: 96,
  wagesLastYear: 136,
  mobile: 128,
  lowWageReason: 160,
  retirementReason: 160,
}
const figures: readonly CellField[] = [
  'monthsWorkedLastYear',
  'wagesLastYear',
  'statedMonthlyAverage',
  'firstMonthWage',
]

/** The name stands first and stays in sight. */
export const workbenchColumns: readonly WorkbenchColumn[] = cellFields.map((field) => ({
  field,
  editable: field !== 'statedMonthlyAverage',
  width: widths[field] ?? (field.startsWith('exemptionReasons') ? 160 : field.includes('.') ? 104 : 120),
  figure: figures.includes(field),
}))

export const NAME_WIDTH = 132

const choices: Partial<Record<CellField, Readonly<Record<string, Words>>>> = {
  idType: idTypeWords,
  sex: sexWords,
  householdType: householdTypeWords,
  employmentForm: employmentFormWords,
  retirementCategory: retirementCategoryWords,
  signed: yesNoWords,
}

/** The words that a column takes, where they are few. */
export function wordsOfColumn(field: CellField, language: RosterLanguage): string[] {
  const words = field.startsWith('participation.') ? yesNoWords : choices[field]
  return Object.values(words ?? {}).map(({ zh, en }) => (language === 'zh-CN' ? zh : en))
}
