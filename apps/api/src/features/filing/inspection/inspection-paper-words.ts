import type { Language } from '@shebao/declaration-rules'
import { signatureWords } from '../../register/paper/index.ts'

/** The words on the printed form besides the names of its fields. `{…}` is filled in. */
export interface InspectionPaperWords {
  title: string
  formNo: string
  version: string
  submittedAt: string
  verdict: string
  verdicts: Readonly<Record<string, string>>
  people: string
  ruleSet: string
  personnel: string
  no_: string
  monthlyAverage: string
  insured: string
  total: string
  yes: string
  no: string
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

export const inspectionPaperWords: Readonly<Record<Language, InspectionPaperWords>> = {
  'zh-CN': {
    ...notValid,
    title: '{year}年度社会保险年检申报表',
    formNo: '表单编号',
    version: '申报版次',
    submittedAt: '提交时间',
    verdict: '完整性校验',
    verdicts: { COMPLETE: '完整', COMPLETE_WITH_WARNINGS: '完整（有提示）' },
    people: '申报人数',
    ruleSet: '校验规则',
    personnel: '职工花名册（{count} 人）',
    no_: '序号',
    monthlyAverage: '月平均工资',
    insured: '养医失工生',
    total: '合计',
    yes: '是',
    no: '否',
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
    title: 'Annual social insurance inspection {year}',
    formNo: 'Form number',
    version: 'Version',
    submittedAt: 'Submitted',
    verdict: 'Completeness',
    verdicts: { COMPLETE: 'Complete', COMPLETE_WITH_WARNINGS: 'Complete, with warnings' },
    people: 'People declared',
    ruleSet: 'Rule set',
    personnel: 'Personnel ({count})',
    no_: 'No.',
    monthlyAverage: 'Monthly average',
    insured: 'P M U I B',
    total: 'Total',
    yes: 'Yes',
    no: 'No',
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
