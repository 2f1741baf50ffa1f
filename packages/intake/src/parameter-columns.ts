import { INSURANCES, SIDES } from '@shebao/kernel'
import { PARAMETER_NAMES, WORDS } from '@shebao/premium'
import type { ParameterField } from '@shebao/premium'
import type { TypedWords } from '@shebao/roster'
import type { Column, Columns } from './column.ts'

const { 'zh-CN': zh, en } = WORDS

const words = (chinese: string, english: string, also: readonly string[] = []): TypedWords => ({
  zh: chinese,
  en: english,
  also,
})

const wordsOf = <Key extends string>(keys: readonly Key[], one: (key: Key) => TypedWords) =>
  // Each key is there because each was asked for.
  Object.fromEntries(keys.map((key) => [key, one(key)])) as Readonly<Record<Key, TypedWords>>

/** What does not depend on a column. */
export const everyWord: TypedWords = { zh: '不分', en: 'All', also: ['全部', '不区分', 'any'] }

/** The words that a parameter may hold, as offices write them. */
export const valueWords: Readonly<Record<string, TypedWords>> = {
  HALF_UP_FEN: words(zh.roundings.HALF_UP_FEN, en.roundings.HALF_UP_FEN),
  CEIL_JIAO: words(zh.roundings.CEIL_JIAO, en.roundings.CEIL_JIAO),
  HALF_UP_JIAO: words(zh.roundings.HALF_UP_JIAO, en.roundings.HALF_UP_JIAO),
  HALF_UP_YUAN: words(zh.roundings.HALF_UP_YUAN, en.roundings.HALF_UP_YUAN),
  FEN: words(zh.roundings.AVERAGE_FEN, en.roundings.AVERAGE_FEN),
  YUAN: words(zh.roundings.AVERAGE_YUAN, en.roundings.AVERAGE_YUAN),
  MERGED: words('并入医疗保险', 'Merged into medical', ['合并']),
  SEPARATE: words('单独征缴', 'Charged separately', ['单独']),
  DUE_DATE: words('自缴费截止日次日起', 'From the day after the due date'),
  SETTLED_MONTH: words('自结算月次月起', 'From the month after settlement'),
  NONE: words('不设上限', 'No cap'),
  PRINCIPAL: words('以本金为限', 'Up to the principal'),
  CARRY_FORWARD: words('无变动不申报', 'No change, no filing'),
  MONTHLY_SELF: words('按月自行申报', 'Filed every month'),
  TAX_AUTHORITY: words('税务机关', 'Tax authority'),
  AGENCY: words('社保经办机构', 'Insurance agency'),
}

/** The number of a document that only stands in the template. */
export const sampleDocument = '示例 / sample'

/**
 * The fields of a parameter as columns of a table. What a value is depends on its parameter: 16% for a rate, 7162.00 yuan for an amount,
 * a day, a number of months, a word.
 */
export const parameterColumns = {
  region: {
    type: 'NUMBER_TEXT',
    zh: '统筹区代码',
    en: 'Region code',
    also: ['统筹区', '统筹地区', '地区', '行政区划代码'],
    required: true,
    sample: '110000',
  },
  name: {
    type: 'CHOICE',
    zh: '参数',
    en: 'Parameter',
    also: ['参数名称', '项目', '政策参数'],
    required: true,
    words: wordsOf(PARAMETER_NAMES, (name) => words(zh.parameters[name], en.parameters[name])),
    sample: zh.parameters.RATE_PPM,
  },
  insurance: {
    type: 'CHOICE',
    zh: '险种',
    en: 'Insurance',
    words: {
      ALL: everyWord,
      ...wordsOf(INSURANCES, (one) => ({
        zh: zh.insurances[one],
        en: en.insurances[one],
        also: [zh.insurances[one].replace(/^基本/, ''), zh.insurances[one].replace(/^基本|保险$/g, '')],
      })),
    },
    sample: zh.insurances.PENSION,
  },
  side: {
    type: 'CHOICE',
    zh: '承担方',
    en: 'Paid by',
    also: ['缴费方', '缴纳方', 'side'],
    words: {
      ALL: everyWord,
      ...wordsOf(SIDES, (side) => ({ zh: zh.sides[side], en: en.sides[side], also: [`${zh.sides[side]}缴纳`] })),
    },
    sample: zh.sides.EMPLOYER,
  },
  category: { type: 'TEXT', zh: '适用类别', en: 'Category', also: ['类别', '行业类别'], longest: 40, sample: '' },
  value: { type: 'TEXT', zh: '取值', en: 'Value', also: ['数值', '标准', '值'], required: true, sample: '16%' },
  validFrom: {
    type: 'MONTH',
    zh: '起始所属期',
    en: 'First month',
    also: ['起始月份', '执行起始', '开始月份', '生效月份', 'valid from', 'from'],
    required: true,
    sample: '2027-07',
  },
  validTo: {
    type: 'MONTH',
    zh: '终止所属期',
    en: 'Last month',
    also: ['终止月份', '截止月份', '结束月份', '执行截止', 'valid to', 'to'],
    sample: '2028-06',
  },
  docNo: {
    type: 'TEXT',
    zh: '文号',
    en: 'Document number',
    also: ['文件号', '文件编号', '依据文号', 'document', 'doc no'],
    longest: 80,
    sample: sampleDocument,
  },
  publishedOn: {
    type: 'DATE',
    zh: '公布日期',
    en: 'Dated',
    also: ['发文日期', '印发日期', '成文日期', 'published on', 'date'],
    sample: '2027-06-30',
  },
  source: {
    type: 'TEXT',
    zh: '来源说明',
    en: 'Where it was found',
    also: ['来源', '出处', '备注', 'source', 'note'],
    longest: 300,
    sample: '',
  },
  verified: { type: 'YES_NO', zh: '已核实', en: 'Verified', also: ['是否核实', '核实'], sample: '否' },
} as const satisfies Columns & Record<ParameterField, Column>
