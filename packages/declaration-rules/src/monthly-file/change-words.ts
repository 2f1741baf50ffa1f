import { foldText, typedWords } from '@shebao/roster'
import type { TypedWords } from '@shebao/roster'
import type { ChangeType, InfoField } from '../monthly-rules/monthly-change.ts'

/** Official words first, as screens and our files write them; then what offices and employers say. */
export const changeTypeWords: Readonly<Record<ChangeType, TypedWords>> = {
  ADD_NEW: {
    zh: '新参保',
    en: 'Joins, first time',
    also: ['新增', '增员', '新进', '入职', '新参', '新增参保', '参保', 'add', 'new', 'join', 'joined'],
  },
  ADD_RESUME: {
    zh: '续保',
    en: 'Joins again',
    also: ['恢复参保', '恢复', '续接', '续缴', '接续', '复保', 'resume', 'rejoin'],
  },
  ADD_TRANSFER_IN: {
    zh: '转入',
    en: 'Transfers in',
    also: ['调入', '转移接续', '统筹转入', '外地转入', 'transfer in'],
  },
  STOP_RESIGN: {
    zh: '辞职',
    en: 'Resigned',
    also: ['本人辞职', '离职', '主动离职', '个人辞职', '自动离职', '辞职停保', 'resign', 'resignation', 'left'],
  },
  STOP_DISMISSED: {
    zh: '解除劳动合同',
    en: 'Dismissed',
    also: ['解除合同', '辞退', '开除', '除名', '解聘', '单位解除', '裁员', 'dismissal', 'fired', 'terminated'],
  },
  STOP_CONTRACT_END: {
    zh: '合同期满',
    en: 'Contract ended',
    also: ['合同到期', '合同终止', '终止劳动合同', '终止合同', '期满', 'contract end', 'contract expired', 'expired'],
  },
  STOP_RETIRED: { zh: '退休', en: 'Retired', also: ['正常退休', '到龄退休', '退休停保', 'retirement'] },
  STOP_DEATH: { zh: '死亡', en: 'Died', also: ['身故', '在职死亡', 'death', 'deceased'] },
  STOP_EMIGRATED: { zh: '出境定居', en: 'Emigrated', also: ['出国定居', '移民', '出境', 'emigration'] },
  STOP_TRANSFER_OUT: { zh: '转出', en: 'Transfers out', also: ['调出', '调离', '转外地', '统筹转出', 'transfer out'] },
  BASE_CHANGE: {
    zh: '基数调整',
    en: 'Change of base',
    also: ['缴费基数调整', '调整基数', '调基数', '基数变更', '工资调整', '调薪', 'base change', 'base', 'wage change'],
  },
  INFO_CHANGE: {
    zh: '信息变更',
    en: 'Change of data',
    also: ['资料变更', '基本信息变更', '个人信息变更', '变更', 'info change', 'correction'],
  },
}

export const infoFieldWords: Readonly<Record<InfoField, TypedWords>> = {
  name: { zh: '姓名', en: 'Name', also: [] },
  idNumber: { zh: '证件号码', en: 'ID number', also: ['身份证号', '身份证号码'] },
  householdType: { zh: '户口性质', en: 'Household type', also: ['户籍', '户口'] },
  employmentForm: { zh: '用工形式', en: 'Employment form', also: ['用工性质'] },
  mobile: { zh: '手机号码', en: 'Mobile', also: ['手机', '电话', '联系电话', '手机号'] },
}

const indexOf = <Code extends string>(words: Readonly<Record<Code, TypedWords>>): ReadonlyMap<string, Code> =>
  new Map(
    (Object.entries(words) as [Code, TypedWords][]).flatMap(([code, { zh, en, also }]) =>
      [code, zh, en, ...also].map((word): [string, Code] => [foldText(word), code]),
    ),
  )
const types = indexOf(changeTypeWords)
const infoFields = indexOf(infoFieldWords)
const choicesOf: Partial<Record<InfoField, ReadonlyMap<string, string>>> = {
  householdType: indexOf(typedWords.householdType),
  employmentForm: indexOf(typedWords.employmentForm),
}

/** `减员` and `停保` say that somebody stops and not why: then nothing is guessed. */
export const parseChangeType = (text: string): ChangeType | undefined => types.get(foldText(text))
export const parseInfoField = (text: string): InfoField | undefined => infoFields.get(foldText(text))
/** What is chosen from a list by its code, whatever word a file has for it; everything else as it was written. */
export const parseInfoValue = (field: InfoField, text: string): string => choicesOf[field]?.get(foldText(text)) ?? text
