import type { FindNumberQuery } from './search.generated.ts'

export type Hit = FindNumberQuery['findNumber'][number]

/** Where what was found is looked at. */
export function hitPath({ kind, id, employerId }: Hit): string {
  switch (kind) {
    case 'EMPLOYER':
      return `/staff/employers/${id}`
    case 'DECLARATION':
      return `/staff/declarations/${id}`
    case 'MONTHLY_DECLARATION':
      return `/staff/monthly/${id}`
    case 'NOTICE':
      return `/staff/notices/${id}`
    case 'REFUND':
      return `/staff/refunds/${id}`
    case 'BACK_PAYMENT':
      return `/staff/back-payments/${id}`
    case 'PAYMENT':
    case 'DEBIT_AGREEMENT':
      return `/staff/employers/${employerId ?? ''}`
    case 'DOCUMENT':
      return `/verify/${id}`
    case 'STATEMENT':
    case 'STATEMENT_LINE':
      return `/staff/reconciliation/${id}`
  }
}

/**
 * What can only be the number of a person if it is a number of ours at all: such a one is asked for at once as a person. Residents
 * of the mainland, of Hong Kong, Macau and Taiwan, and foreigners (domain 1.1 to 1.3). Credit codes of eighteen digits that look
 * like it are looked for as well.
 */
const personNumbers = [
  /^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/,
  /^(HKG|MAC|TWN)\d{9}$/,
  // The permit's own number, with or without the two digits that count its renewals.
  /^[HM]\d{8}(\d\d)?$/,
  // Of a passport, and of the permanent residence card of 2017.
  /^[A-Z]{3}0[A-Z0-9]{4,14}$/,
  /^[A-Z]{3}\d{12}$/,
]

export function looksLikePersonNumber(number: string): boolean {
  const plain = number.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  return personNumbers.some((form) => form.test(plain))
}
