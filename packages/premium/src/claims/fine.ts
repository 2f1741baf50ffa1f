import { fen, isFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'

/**
 * Fines are imposed by the administrative department, never by the collection agency, and only inside the range of the
 * law. UNPAID: 1 to 3 times the arrears, once the order to pay has expired (SIL 86). UNREGISTERED: the same multiple of
 * the premiums due once the order to register has expired; on a responsible person 500 to 3 000 yuan (SIL 84).
 */
export type Fine =
  | {
      readonly kind: 'UNPAID' | 'UNREGISTERED'
      readonly arrears: Fen
      readonly orderExpired: boolean
      readonly amount: Fen
    }
  | { readonly kind: 'RESPONSIBLE_PERSON'; readonly orderExpired: boolean; readonly amount: Fen }

export type FineVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'ORDER_NOT_EXPIRED' | 'NOTHING_OWED' }
  | { readonly ok: false; readonly code: 'OUT_OF_RANGE'; readonly lowest: Fen; readonly highest: Fen }

const PERSON_LOWEST = fen(50_000)
const PERSON_HIGHEST = fen(300_000)

export function fineRange(fine: Fine): { lowest: Fen; highest: Fen } {
  if (fine.kind === 'RESPONSIBLE_PERSON') return { lowest: PERSON_LOWEST, highest: PERSON_HIGHEST }
  return { lowest: fine.arrears, highest: fen(fine.arrears * 3) }
}

export function checkFine(fine: Fine): FineVerdict {
  if (!fine.orderExpired) return { ok: false, code: 'ORDER_NOT_EXPIRED' }
  // Asked so that what is no amount at all is refused too.
  if (fine.kind !== 'RESPONSIBLE_PERSON' && !(fine.arrears > 0)) return { ok: false, code: 'NOTHING_OWED' }
  const { lowest, highest } = fineRange(fine)
  const within = isFen(fine.amount) && fine.amount >= lowest && fine.amount <= highest
  if (!within) return { ok: false, code: 'OUT_OF_RANGE', lowest, highest }
  return { ok: true }
}
