import { formatYuan } from '@shebao/kernel'
import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  insuranceWords,
  officialHeader,
  sexWords,
  writeXlsx,
} from '@shebao/roster'
import type { ColumnField, Words } from '@shebao/roster'
import type { Language } from '../messages/field-names.ts'
import type { MonthlyChangeDraft } from '../monthly-rules/monthly-change.ts'
import { changeColumnWords } from './change-columns.ts'
import type { ChangeColumn } from './change-columns.ts'
import { changeTypeWords, infoFieldWords } from './change-words.ts'

type Column = { readonly roster: ColumnField } | { readonly change: ChangeColumn }

/** The columns of our own list of changes, in the order in which a clerk fills them in. */
const COLUMNS: readonly Column[] = [
  { change: 'changeType' },
  { roster: 'name' },
  { roster: 'idType' },
  { roster: 'idNumber' },
  { roster: 'sex' },
  { roster: 'birthDate' },
  { roster: 'participation' },
  { roster: 'householdType' },
  { roster: 'employmentForm' },
  { roster: 'mobile' },
  { roster: 'hireDate' },
  { roster: 'leaveDate' },
  { change: 'effectivePeriod' },
  { change: 'lastPayablePeriod' },
  { change: 'monthlyWage' },
  { change: 'reason' },
  { change: 'infoField' },
  { change: 'infoValue' },
]

const headOf = (column: Column, language: Language): string => {
  if ('roster' in column) return officialHeader(column.roster, language)
  const { zh, en } = changeColumnWords[column.change]
  return language === 'zh-CN' ? zh : en
}

/** A list of changes as XLSX: identifiers as text, formulas guarded. Without changes it is the template that employers fill in. */
export function writeChangesXlsx(changes: readonly MonthlyChangeDraft[], language: Language = 'zh-CN'): Uint8Array {
  return writeXlsx({
    name: language === 'zh-CN' ? '增减变更' : 'Changes',
    rows: [
      COLUMNS.map((column) => headOf(column, language)),
      ...changes.map((change) => COLUMNS.map((column) => textOf(change, column, language))),
    ],
    headRow: 0,
    figures: COLUMNS.map((column) => 'change' in column && column.change === 'monthlyWage'),
  })
}

function textOf(change: MonthlyChangeDraft, column: Column, language: Language): string {
  const field = 'roster' in column ? column.roster : column.change
  const word = (words: Words | undefined): string | undefined => (language === 'zh-CN' ? words?.zh : words?.en)
  switch (field) {
    case 'changeType':
      return (change.changeType ? word(changeTypeWords[change.changeType]) : change.raw?.changeType) ?? ''
    case 'idType':
      return (change.idType && word(idTypeWords[change.idType])) ?? ''
    case 'sex':
      return (change.sex ? word(sexWords[change.sex]) : change.raw?.sex) ?? ''
    case 'householdType':
      return (change.householdType ? word(householdTypeWords[change.householdType]) : change.raw?.householdType) ?? ''
    case 'employmentForm':
      return (
        (change.employmentForm ? word(employmentFormWords[change.employmentForm]) : change.raw?.employmentForm) ?? ''
      )
    case 'participation':
      return change.insurances?.map((one) => word(insuranceWords[one])).join('、') ?? change.raw?.insurances ?? ''
    case 'monthlyWage':
      return change.monthlyWage === undefined ? (change.raw?.monthlyWage ?? '') : formatYuan(change.monthlyWage)
    case 'infoField':
      return (change.infoField ? word(infoFieldWords[change.infoField]) : change.raw?.infoField) ?? ''
    case 'name':
    case 'idNumber':
    case 'birthDate':
    case 'mobile':
    case 'hireDate':
    case 'leaveDate':
    case 'effectivePeriod':
    case 'lastPayablePeriod':
    case 'reason':
    case 'infoValue':
      return change[field] ?? ''
    default:
      return ''
  }
}
