/** What other features use of `money/agreement`: debit agreements. */
export { agreementCase } from './agreement-case.ts'
export { agreementAudit } from './agreement.audit.ts'
export {
  agreementEnders,
  agreementStatuses,
  findLiveAgreement,
  holdActiveAgreement,
  listAgreements,
} from './agreement.repository.ts'
export type { AgreementRow } from './agreement.repository.ts'
export { agreementRefusals, endAgreement, refreshAgreement, signAgreement } from './agreements.ts'
export type { SignAgreementOutcome } from './agreements.ts'
export { endInvalidAgreement, followAgreements } from './follow-agreements.ts'
