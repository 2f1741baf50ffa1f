import type { Language } from '@shebao/kernel'

/** Beside the square code of every paper. */
export const signatureWords: Record<Language, Record<'signed' | 'unsigned', string>> = {
  'zh-CN': {
    signed: '电子签名：Ed25519，密钥 {key}，可离线核验',
    unsigned: '出具时尚未启用电子签名',
  },
  en: {
    signed: 'Signed: Ed25519, key {key}; can be checked offline',
    unsigned: 'Issued before the office signed electronically',
  },
}

/** What stands on every statement, whatever it states. */
export const statementWords: Record<
  Language,
  Record<
    | 'capitals'
    | 'hash'
    | 'fullHash'
    | 'page'
    | 'seal'
    | 'checkAt'
    | 'verifyCode'
    | 'signed'
    | 'unsigned'
    | 'derivation',
    string
  >
> = {
  'zh-CN': {
    capitals: '大写',
    hash: '内容摘要',
    fullHash: '内容摘要（SHA-256）',
    page: '第 {page} 页，共 {pages} 页',
    seal: '印章：',
    checkAt: '核验网址',
    verifyCode: '核验码',
    ...signatureWords['zh-CN'],
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
    ...signatureWords.en,
    derivation: 'Annex: how the amounts were computed',
  },
}
