import type { EvidenceKind } from '../evidence/evidence-kinds.ts'

/** What each scan is called in the index of a court file. */
export const evidenceTitles: Readonly<Record<EvidenceKind, string>> = {
  AUDIT_RECORD: '稽核笔录',
  SERVICE_RECEIPT: '送达回证',
  BANK_REPLY: '银行回函',
  DEFENCE_RECORD: '陈述、申辩材料',
  HIDING_ASSETS: '转移、隐匿财产的证据',
  BANK_RECEIPT: '银行回单',
  CONTRACT: '担保合同',
  REGISTRATION: '担保登记证明',
  VALUATION: '评估报告',
  GROUNDS: '中止、终结的依据',
  RULING: '法院裁定书',
  INVENTORY: '查封、扣押清单',
  AUCTION_REPORT: '拍卖报告',
  DISTRIBUTION: '价款分配表',
}

export const evidenceTitlesEn: Readonly<Record<EvidenceKind, string>> = {
  AUDIT_RECORD: 'Record of the audit',
  SERVICE_RECEIPT: 'Service receipt',
  BANK_REPLY: 'Reply of a bank',
  DEFENCE_RECORD: 'What was stated in defence',
  HIDING_ASSETS: 'Evidence that assets are moved or hidden',
  BANK_RECEIPT: 'Receipt of the bank',
  CONTRACT: 'Contract of the guarantee',
  REGISTRATION: 'Registration of the guarantee',
  VALUATION: 'Valuation',
  GROUNDS: 'Grounds of the suspension or termination',
  RULING: 'Ruling of the court',
  INVENTORY: 'Inventory of what was seized',
  AUCTION_REPORT: 'Report of the auction',
  DISTRIBUTION: 'Distribution of the proceeds',
}
