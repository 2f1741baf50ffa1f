import { checkPersonIdentifier } from '@shebao/identifiers'
import type { IdentifierResult } from '@shebao/identifiers'
import type { MonthlyChangeDraft } from './monthly-change.ts'

interface Checked {
  readonly today: string
  readonly idType: MonthlyChangeDraft['idType']
  readonly idNumber: string
  readonly person: IdentifierResult
}
const checked = new WeakMap<MonthlyChangeDraft, Checked>()

/** Whom a change is about, by its number; undefined where none was written. Several rules ask it of the same change, so it is found out once. */
export function personOfChange(change: MonthlyChangeDraft, today: string): IdentifierResult | undefined {
  const { idType, idNumber } = change
  if (idNumber === undefined) return undefined
  const before = checked.get(change)
  if (before && before.today === today && before.idNumber === idNumber && before.idType === idType) return before.person
  const person = checkPersonIdentifier(idType, idNumber, today)
  checked.set(change, { today, idType, idNumber, person })
  return person
}
