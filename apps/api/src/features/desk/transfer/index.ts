/** What other rooms use of `desk/transfer`: insurance relationships that move between regions (关系转移接续). */
export { acceptTransfer, issueVoucher, recordAcceptance, recordInformation } from './check-transfer.ts'
export { applyForTransfer, handInVoucher, OpeningRefused } from './open-transfer.ts'
export type { VoucherInput } from './open-transfer.ts'
export { relationTransferAudit } from './relation-transfer.audit.ts'
export { relationTransferCase } from './relation-transfer-case.ts'
export { TransferRefused } from './take-transfer-step.ts'
export { closeTransfer, confirmFunds, enterFunds } from './transfer-funds.ts'
export { addTransferPapers } from './transfer.route.ts'
