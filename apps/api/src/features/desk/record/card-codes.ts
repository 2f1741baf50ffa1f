/** States of a social security card: of its social security application and of its bank application. */
export const cardStatuses = [
  'APPLIED',
  'MADE',
  'INACTIVE',
  'NORMAL',
  'ORAL_LOSS',
  'WRITTEN_LOSS',
  'FROZEN',
  'PIN_LOCKED',
  'REPLACED',
  'CANCELLED',
] as const
