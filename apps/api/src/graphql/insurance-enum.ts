import { FIVE_INSURANCES } from '@shebao/kernel'
import { builder } from './builder.ts'

/** One of the five insurances, for every feature that speaks of them. */
export const InsuranceEnum = builder.enumType('FiveInsurance', {
  description: 'The five insurances (五险): pension, medical, unemployment, work injury, maternity.',
  values: FIVE_INSURANCES,
})
