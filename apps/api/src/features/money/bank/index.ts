/** What other features use of `money/bank`: talking to the bank. */
export {
  bankKeyOf,
  bankPageUrl,
  createAgreement,
  createDebit,
  createOrder,
  endAgreementAtBank,
  queryAgreement,
  queryOrder,
} from './bank-client.ts'
