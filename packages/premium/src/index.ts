export * from './allocation.ts'
export * from './amount-in-capitals.ts'
export * from './assessed.ts'
export * from './back-payment.ts'
export * from './base.ts'
export * from './civil-date.ts'
export * from './difference.ts'
export * from './explain-debt.ts'
export * from './explain-premium.ts'
export * from './explanation.ts'
export * from './explanation-codes.ts'
export {
  explanationLines,
  formatPercent,
  formatQuantity,
  policyProblemText,
  wageProblemText,
  wordExplanation,
  WORDS,
} from './explanation-words.ts'
export type { WordedExplanation } from './explanation-words.ts'
export * from './fen.ts'
export * from './fine.ts'
export * from './insurance.ts'
export * from './late-fee.ts'
export * from './late-fee-accrual.ts'
export * from './parameter-file.ts'
export * from './parameter-file-schema.ts'
export * from './parameter-problem-words.ts'
export * from './parameter-row.ts'
export * from './parameters.ts'
export { BEIJING, beijingRows } from './parameters/beijing.ts'
export { SHANGHAI, shanghaiRows } from './parameters/shanghai.ts'
export { SHIPPED_PARAMETER_ROWS } from './parameters/shipped.ts'
export { INJURY_CLASS_BASE_PPM, injuryClassCategory } from './parameters/shipped-row.ts'
export * from './period.ts'
export * from './policy.ts'
export * from './premium.ts'
export * from './refund.ts'
export * from './retirement.ts'
export * from './rounding.ts'
export { LANGUAGES } from './words.ts'
export type { Language, Words } from './words.ts'
export * from './working-days.ts'
