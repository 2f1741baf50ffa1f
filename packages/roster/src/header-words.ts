import { foldText } from './cell-text.ts'
import type { ColumnField } from './column-field.ts'
import { insuranceWords } from './enumeration-words.ts'
import { employmentHeaders } from './headers/employment-headers.ts'
import type { HeaderWords } from './headers/header.ts'
import { listHeaders } from './headers/list-headers.ts'
import { personHeaders } from './headers/person-headers.ts'
import { wageHeaders } from './headers/wage-headers.ts'
import { insurances } from './personnel-draft.ts'

type PlainHeader = Exclude<ColumnField, `participation.${string}` | `exemptionReasons.${string}`>

const plainHeaders: Readonly<Record<PlainHeader, HeaderWords>> = {
  ...personHeaders,
  ...employmentHeaders,
  ...wageHeaders,
  ...listHeaders,
}

const PARTICIPATION_SHAPES = [
  '#',
  '#参保',
  '#参保情况',
  '是否参加#',
  '是否参保#',
  '是否缴#',
  '参加#',
  '参保#',
  '参保险种#',
  '参加险种#',
  '参保情况#',
  '五险参保情况#',
  '社会保险#',
  '社保#',
  '五险#',
  '险种#',
  '是否#',
  '#是否参保',
  '#是否参加',
  '#是否缴纳',
  '#参保状态',
  '职工#',
  '职工基本#',
  '企业职工#',
  '城镇职工#',
  '#insurance',
  'insured #',
  'participation #',
  'insurances #',
]
const REASON_SHAPES = [
  '#未参保原因',
  '#不参保原因',
  '#未参加原因',
  '#不参加原因',
  '#免缴原因',
  '#未缴原因',
  '#豁免原因',
  '未参加#原因',
  '不参加#原因',
  '未参保#原因',
  'reason not in #',
  '# exemption reason',
]

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
  const words = plainHeaders[field as PlainHeader]
  return chinese ? words.zh : words.en
}

/** Every word of every column, folded. */
export function indexHeaders(): Map<string, ColumnField> {
  const index = new Map<string, ColumnField>()
  for (const [field, words] of Object.entries(plainHeaders)) {
    for (const word of [words.zh, words.en, field, ...words.also]) index.set(foldText(word), field as ColumnField)
  }
  for (const insurance of insurances) {
    const { zh, en, also } = insuranceWords[insurance]
    for (const word of [zh, en, ...also]) {
      for (const shape of PARTICIPATION_SHAPES)
        index.set(foldText(shape.replace('#', word)), `participation.${insurance}`)
      for (const shape of REASON_SHAPES) index.set(foldText(shape.replace('#', word)), `exemptionReasons.${insurance}`)
    }
  }
  return index
}
