/** What other features use of `money/bank`: talking to the bank. */
export {
  bankKeyOf,
  bankPageUrl,
  createAgreement,
  createDebit,
  createOrder,
  endAgreementAtBank,
  queryAgreement,
  queryEnforcement,
  queryOrder,
  sendEnforcement,
  withdrawEnforcement,
} from './bank-client.ts'
export type { EnforcementAnswer } from './bank-client.ts'
export { addSignedBankRoute } from './signed-bank.route.ts'
