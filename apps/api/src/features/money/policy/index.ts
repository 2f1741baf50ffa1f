/** What other features use of `money/policy`: the parameters in force. */
export { createProposal, saveProposal } from './edit-proposal.ts'
export { addParameterExports } from './parameter-exports.route.ts'
export {
  approvedRows,
  canBeBilled,
  findParameter,
  findParameters,
  findPaymentDue,
  getPolicy,
  paymentDueDate,
  policyReader,
  seedPolicy,
} from './policy-in-force.ts'
export type { PaymentDue } from './policy-in-force.ts'
export { policyOfUnit } from './policy-of-unit.ts'
export type { BilledBy } from './policy-of-unit.ts'
export { policyAudit } from './policy.audit.ts'
export { proposalCase } from './proposal-case.ts'
export { ProblemType } from './proposal-problem.schema.ts'
export { ProposalType, RefusalEnum } from './proposal.schema.ts'
export { publishProposal } from './publish-proposal.ts'
export type { PublishOutcome } from './publish-proposal.ts'
export { simulateProposal } from './simulate-proposal.ts'
export { findUnit } from './unit.repository.ts'
