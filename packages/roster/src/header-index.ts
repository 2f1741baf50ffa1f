import { foldText } from './cell-text.ts'
import type { ColumnField } from './column-field.ts'
import { employmentHeaders } from './headers/employment-headers.ts'
import { listHeaders } from './headers/list-headers.ts'
import { personHeaders } from './headers/person-headers.ts'
import { wageHeaders } from './headers/wage-headers.ts'
import { officialHeaders } from './official-headers.ts'
import type { PlainHeader } from './official-headers.ts'
import { insurances } from './personnel-draft.ts'
import { typedWords } from './typed-words.ts'

const typedHeaders: Readonly<Record<PlainHeader, readonly string[]>> = {
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

/** Every word of every column, folded. */
export function indexHeaders(): Map<string, ColumnField> {
  const index = new Map<string, ColumnField>()
  for (const [name, { zh, en }] of Object.entries(officialHeaders)) {
    const field = name as PlainHeader
    for (const word of [zh, en, field, ...typedHeaders[field]]) index.set(foldText(word), field)
  }
  for (const insurance of insurances) {
    const { zh, en, also } = typedWords.insurance[insurance]
    for (const word of [zh, en, ...also]) {
      for (const shape of PARTICIPATION_SHAPES)
        index.set(foldText(shape.replace('#', word)), `participation.${insurance}`)
      for (const shape of REASON_SHAPES) index.set(foldText(shape.replace('#', word)), `exemptionReasons.${insurance}`)
    }
  }
  return index
}
