import { printedPermitNumber } from '@shebao/identifiers'
import type { PersonIdType } from '@shebao/identifiers'

/** A number, and the kind of document that a row or form names for it, as far as its words could be read. */
interface Numbered {
  idType?: PersonIdType | undefined
  idNumber?: string | undefined
  raw?: Readonly<Partial<Record<string, string>>> | undefined
}

/** A travel permit's own number becomes the social security number that is kept for it (domain 1.2): `H1234567800` → `HKG012345678`. */
export function keepPermitNumber(draft: Numbered): void {
  const { idType, idNumber, raw } = draft
  if (idNumber === undefined || raw?.['idType'] !== undefined) return
  const kept = printedPermitNumber(idType, idNumber)
  if (kept !== undefined) draft.idNumber = kept
}
