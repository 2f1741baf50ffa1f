/** The papers whose wording the office may make its own. What forms must look like is prescribed, and is not among them. */
export const paperTemplateNames = [
  'PAYMENT_PAPER',
  'PAYMENT_RECEIPT',
  'PAYMENT_CERTIFICATE',
  'RIGHTS_STATEMENT',
  'RELATION_TRANSFER',
  'QUESTION_TRANSFER',
  'ENFORCEMENT_PAPER',
] as const
export type PaperTemplateName = (typeof paperTemplateNames)[number]
