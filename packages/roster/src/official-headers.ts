import type { ColumnField } from './column-field.ts'
import { insuranceWords } from './enumeration-words.ts'
import type { Words } from './enumeration-words.ts'
import { insurances } from './personnel-draft.ts'

export type PlainHeader = Exclude<ColumnField, `participation.${string}` | `exemptionReasons.${string}`>

/** The words that are written over a column. */
export const officialHeaders: Readonly<Record<PlainHeader, Words>> = {
  // Who it is.
  name: { zh: '姓名', en: 'Name' },
  idType: { zh: '证件类型', en: 'ID type' },
  idNumber: { zh: '证件号码', en: 'ID number' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Birth date' },
  householdType: { zh: '户口性质', en: 'Household type' },
  mobile: { zh: '手机号码', en: 'Mobile' },
  // How and how long they are employed.
  employmentForm: { zh: '用工形式', en: 'Employment form' },
  hireDate: { zh: '入职日期', en: 'Hire date' },
  leaveDate: { zh: '离职日期', en: 'Leave date' },
  retirementCategory: { zh: '退休类别', en: 'Retirement category' },
  retirementReason: { zh: '超龄说明', en: 'Reason past retirement age' },
  signed: { zh: '本人签字', en: 'Signed' },
  // What they were paid.
  monthsWorkedLastYear: { zh: '上年工作月数', en: 'Months worked last year' },
  wagesLastYear: { zh: '上年工资总额', en: 'Wages last year' },
  statedMonthlyAverage: { zh: '月平均工资', en: 'Monthly average wage' },
  firstMonthWage: { zh: '首月工资', en: 'First-month wage' },
  lowWageReason: { zh: '低于最低工资原因', en: 'Reason for wage below minimum' },
  // Of the list: the running number, the insurances, and the columns of our file of failing rows.
  sequence: { zh: '序号', en: 'No.' },
  participation: { zh: '参保险种', en: 'Insurances' },
  exemptionReasons: { zh: '未参保原因', en: 'Reason not insured' },
  rowReference: { zh: '原表行号', en: 'Original row' },
  problems: { zh: '问题', en: 'Problems' },
}

/** The column words as written: `养老未参保原因`. */
export function officialHeader(field: ColumnField, language: 'zh-CN' | 'en'): string {
  const chinese = language === 'zh-CN'
  for (const insurance of insurances) {
    const word = insuranceWords[insurance]
    if (field === `participation.${insurance}`) return chinese ? word.zh : word.en
    if (field === `exemptionReasons.${insurance}`) {
      return chinese ? `${word.zh}未参保原因` : `Reason not in ${word.en.toLowerCase()}`
    }
  }
  const words = officialHeaders[field as PlainHeader]
  return chinese ? words.zh : words.en
}
