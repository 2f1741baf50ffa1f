import type { Language } from '@shebao/declaration-rules'
import { signatureWords } from '../../register/paper/index.ts'

/** What every printed form of a declaration says of itself. `{…}` is filled in. */
export interface FormWords {
  formNo: string
  version: string
  submittedAt: string
  verdict: string
  verdicts: Readonly<Record<string, string>>
  ruleSet: string
  no_: string
  insured: string
  total: string
  hash: string
  fullHash: string
  page: string
  checkAt: string
  verifyCode: string
  sealPlace: string
  signatures: readonly string[]
  signed: string
  unsigned: string
  notValidZh: string
  notValidEn: string
}

const notValid = { notValidZh: '未加盖单位公章无效', notValidEn: 'Not valid without seal' }

export const formWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    ...notValid,
    ...signatureWords['zh-CN'],
    formNo: '表单编号',
    version: '申报版次',
    submittedAt: '提交时间',
    verdict: '完整性校验',
    verdicts: { COMPLETE: '完整', COMPLETE_WITH_WARNINGS: '完整（有提示）' },
    ruleSet: '校验规则',
    no_: '序号',
    insured: '养医失工生',
    total: '合计',
    hash: '内容校验码',
    fullHash: '内容校验码（SHA-256）',
    page: '第 {page} 页，共 {pages} 页',
    checkAt: '真伪查询：扫码或登录',
    verifyCode: '验证码',
    sealPlace: '单位公章',
    signatures: ['法定代表人（签字）', '经办人（签字）', '日期'],
  },
  en: {
    ...notValid,
    ...signatureWords.en,
    formNo: 'Form number',
    version: 'Version',
    submittedAt: 'Submitted',
    verdict: 'Completeness',
    verdicts: { COMPLETE: 'Complete', COMPLETE_WITH_WARNINGS: 'Complete, with warnings' },
    ruleSet: 'Rule set',
    no_: 'No.',
    insured: 'P M U I B',
    total: 'Total',
    hash: 'Content hash',
    fullHash: 'Content hash (SHA-256)',
    page: 'Page {page} of {pages}',
    checkAt: 'Check at',
    verifyCode: 'Verification code',
    sealPlace: 'Seal of the unit',
    signatures: ['Legal representative', 'Handler', 'Date'],
  },
}
