import { defineMessages } from '../../../shared/lib/messages.ts'

/** Of what few sections of the form have. */
export const messages = defineMessages(
  {
    useList: '按职工名单填写',
    useListText: '职工名单共 {count} 人，可把名单的合计数填到本页。',
    filledFromList: '已按名单填入 {count} 项',
    addBranch: '添加分支机构',
    removeBranch: '删除第 {number} 个',
    branch: '第 {number} 个分支机构',
    ledgerTitle: '社保账目记载的上年度实缴金额',
    insurance: '险种',
    ledgerHolds: '社保账目',
    formSays: '本单位填报',
    ledgerDiffers: '不一致',
    total: '合计',
    useLedger: '按社保账目填写',
    useLedgerText: '有金额与社保账目不一致，可按账目填入；确有不同的，保留并写明原因。',
  },
  {
    useList: 'Fill in from the list',
    useListText: 'The personnel list has {count|# person|# people}; its totals can be put in here.',
    filledFromList: '{count|# answer|# answers} filled in from the list',
    addBranch: 'Add a branch',
    removeBranch: 'Remove number {number}',
    branch: 'Branch {number}',
    ledgerTitle: 'Paid last year as the ledger holds it',
    insurance: 'Insurance',
    ledgerHolds: 'Ledger',
    formSays: 'Your form',
    ledgerDiffers: 'Differs',
    total: 'Total',
    useLedger: 'Fill in from the ledger',
    useLedgerText:
      'Some amounts differ from the ledger. Take the ledger’s figures over, or keep yours and write the reason.',
  },
)
