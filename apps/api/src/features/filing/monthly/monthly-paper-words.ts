import type { Filing } from '../declaration/index.ts'
import type { Language } from '@shebao/declaration-rules'
import { signatureWords } from '../../register/paper/index.ts'

/** The words on the printed form besides the names of its fields. `{…}` is filled in. */
export interface MonthlyPaperWords {
  title: string
  filings: Readonly<Record<Filing, string>>
  formNo: string
  version: string
  filing: string
  submittedAt: string
  verdict: string
  verdicts: Readonly<Record<string, string>>
  changes: string
  ruleSet: string
  unit: string
  unitName: string
  unitCode: string
  creditCode: string
  signer: string
  sums: string
  kinds: Readonly<Record<'ADD' | 'STOP' | 'BASE_CHANGE' | 'INFO_CHANGE', string>>
  kind: string
  count: string
  list: string
  no_: string
  name: string
  idNumber: string
  change: string
  months: string
  from: string
  until: string
  dates: string
  hired: string
  left: string
  insured: string
  wage: string
  more: string
  nothing: string
  total: string
  hash: string
  fullHash: string
  page: string
  checkAt: string
  verifyCode: string
  signed: string
  unsigned: string
  sealPlace: string
  signatures: readonly string[]
  notValidZh: string
  notValidEn: string
}

const notValid = { notValidZh: '未加盖单位公章无效', notValidEn: 'Not valid without seal' }

export const monthlyPaperWords: Readonly<Record<Language, MonthlyPaperWords>> = {
  'zh-CN': {
    ...notValid,
    title: '{year}年{month}月社会保险月度申报表',
    filings: { REGULAR: '正常申报', SUPPLEMENTARY: '补报', REVISED: '更正' },
    formNo: '表单编号',
    version: '申报版次',
    filing: '申报种类',
    submittedAt: '提交时间',
    verdict: '完整性校验',
    verdicts: { COMPLETE: '完整', COMPLETE_WITH_WARNINGS: '完整（有提示）' },
    changes: '变动项数',
    ruleSet: '校验规则',
    unit: '申报单位',
    unitName: '单位名称',
    unitCode: '社会保险登记号',
    creditCode: '统一社会信用代码',
    signer: '承诺人',
    sums: '变动汇总',
    kinds: { ADD: '增员', STOP: '减员', BASE_CHANGE: '缴费工资调整', INFO_CHANGE: '信息变更' },
    kind: '种类',
    count: '项数',
    list: '变动明细（{count} 项）',
    no_: '序号',
    name: '姓名',
    idNumber: '证件号码',
    change: '变更类型',
    months: '生效 / 最后应缴',
    from: '自{month}',
    until: '缴至{month}',
    dates: '入职 / 离职',
    hired: '入职{date}',
    left: '离职{date}',
    insured: '养医失工生',
    wage: '月工资（元）',
    more: '变更内容、原因',
    nothing: '本月无变动',
    total: '合计',
    hash: '内容校验码',
    fullHash: '内容校验码（SHA-256）',
    page: '第 {page} 页，共 {pages} 页',
    checkAt: '真伪查询：扫码或登录',
    verifyCode: '验证码',
    ...signatureWords['zh-CN'],
    sealPlace: '单位公章',
    signatures: ['法定代表人（签字）', '经办人（签字）', '日期'],
  },
  en: {
    ...notValid,
    title: 'Monthly social insurance declaration {year}-{month}',
    filings: { REGULAR: 'Regular', SUPPLEMENTARY: 'Supplementary', REVISED: 'Correction' },
    formNo: 'Form number',
    version: 'Version',
    filing: 'Filing',
    submittedAt: 'Submitted',
    verdict: 'Completeness',
    verdicts: { COMPLETE: 'Complete', COMPLETE_WITH_WARNINGS: 'Complete, with warnings' },
    changes: 'Changes',
    ruleSet: 'Rule set',
    unit: 'Unit',
    unitName: 'Name',
    unitCode: 'Registration number',
    creditCode: 'Credit code',
    signer: 'Declared true by',
    sums: 'Changes by kind',
    kinds: { ADD: 'Joins', STOP: 'Stops', BASE_CHANGE: 'Wages for the base', INFO_CHANGE: 'Particulars' },
    kind: 'Kind',
    count: 'Changes',
    list: 'Changes ({count})',
    no_: 'No.',
    name: 'Name',
    idNumber: 'ID number',
    change: 'Type of change',
    months: 'From / paid until',
    from: 'from {month}',
    until: 'until {month}',
    dates: 'Hired / left',
    hired: 'in {date}',
    left: 'out {date}',
    insured: 'P M U I B',
    wage: 'Wage (yuan)',
    more: 'New value, reason',
    nothing: 'Nothing changes this month',
    total: 'Total',
    hash: 'Content hash',
    fullHash: 'Content hash (SHA-256)',
    page: 'Page {page} of {pages}',
    checkAt: 'Check at',
    verifyCode: 'Verification code',
    ...signatureWords.en,
    sealPlace: 'Seal of the unit',
    signatures: ['Legal representative', 'Handler', 'Date'],
  },
}
