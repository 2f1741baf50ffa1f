import { permitNumberOnRecord } from '@shebao/identifiers'
import type { PersonnelDraft } from './personnel-draft.ts'

const printed = /^[HM]\d{8}(?:\d\d)?$/

/**
 * A travel permit's own number becomes the social security number that is kept for it (domain 1.2): `H1234567800` → `HKG012345678`.
 * Eight digits are a permit of Taiwan only where the row says that it is one; another document may have a number that looks like one.
 */
export function keepPermitNumber(draft: PersonnelDraft): void {
  const { idType, idNumber, raw } = draft
  if (idNumber === undefined || raw?.idType !== undefined) return
  const isPermit = idType === undefined ? printed.test(idNumber) : idType === 'HMT_TRAVEL_NUMBER'
  if (isPermit) draft.idNumber = permitNumberOnRecord(idNumber)
}
