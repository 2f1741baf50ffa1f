import type { Language } from '@shebao/kernel'

/** What stands on every statement, whatever it states. */
export const statementWords: Record<
  Language,
  Record<'capitals' | 'hash' | 'fullHash' | 'page' | 'seal' | 'checkAt' | 'verifyCode' | 'derivation', string>
> = {
  'zh-CN': {
    capitals: '大写',
    hash: '内容摘要',
    fullHash: '内容摘要（SHA-256）',
    page: '第 {page} 页，共 {pages} 页',
    seal: '印章：',
    checkAt: '核验网址',
    verifyCode: '核验码',
    derivation: '附：金额计算依据',
  },
  en: {
    capitals: 'In Chinese capitals',
    hash: 'Content hash',
    fullHash: 'Content hash (SHA-256)',
    page: 'Page {page} of {pages}',
    seal: 'Seal:',
    checkAt: 'Check at',
    verifyCode: 'Verification code',
    derivation: 'Annex: how the amounts were computed',
  },
}
