import type { FindNumberQuery } from './search.generated.ts'

export type Hit = FindNumberQuery['findNumber'][number]

/** Where what was found is looked at. */
export function hitPath({ kind, id, employerId }: Hit): string {
  switch (kind) {
    case 'EMPLOYER':
      return `/staff/employers/${id}`
    case 'DECLARATION':
      return `/staff/declarations/${id}`
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
 * Digits that are the ID number of a mainland resident if they are a number of ours at all: such a one is asked for at once
 * as a person. Credit codes of eighteen digits that look like it are looked for as well.
 */
export function looksLikeResidentId(number: string): boolean {
  return /^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/i.test(number.replaceAll(/[\s-]/g, ''))
}
