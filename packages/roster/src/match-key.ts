import { checkPersonIdentifier, inferIdType, normaliseIdentifier, upgradeLegacyResidentId } from '@shebao/identifiers'
import type { PersonnelDraft } from './personnel-draft.ts'

/**
 * What makes two rows the same person: ID type and normalised number (domain.md 4.4). Never the name. The type is taken
 * from the number's form where the row does not say it, and an old 15-digit number is the 18-digit one it became.
 */
export function matchKey(draft: PersonnelDraft): string | undefined {
  const number = normaliseIdentifier(draft.idNumber ?? '')
  if (number === '') return undefined
  const type = draft.idType ?? inferIdType(number) ?? 'UNKNOWN'
  const current = type === 'RESIDENT_ID' && number.length === 15 ? (upgradeLegacyResidentId(number) ?? number) : number
  return `${type}:${current}`
}

export function hasValidIdentifier(draft: PersonnelDraft, today: string): boolean {
  return draft.idNumber !== undefined && checkPersonIdentifier(draft.idType, draft.idNumber, today, 'HISTORICAL').ok
}
