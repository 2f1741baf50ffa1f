import { checkPersonIdentifier } from '@shebao/identifiers'
import type { IdentifierResult } from '@shebao/identifiers'
import { identityKeyOf } from '../identity-key.ts'
import type { MonthlyChangeDraft } from './monthly-change.ts'

interface Checked {
  readonly today: string
  readonly idType: MonthlyChangeDraft['idType']
  readonly idNumber: string
  readonly person: IdentifierResult
  readonly key: string | undefined
}
const checked = new WeakMap<MonthlyChangeDraft, Checked>()

/** Whom a change is about, by its number; undefined where none was written. Several rules ask it of the same change, so it is found out once. */
export function personOfChange(change: MonthlyChangeDraft, today: string): IdentifierResult | undefined {
  return checkedOf(change, today)?.person
}

/** The key (`identityKeyOf`) of a person whose number is right: the same text each time, so that a table finds it without reading it anew. */
export function identityOfChange(change: MonthlyChangeDraft, today: string): string | undefined {
  return checkedOf(change, today)?.key
}

function checkedOf(change: MonthlyChangeDraft, today: string): Checked | undefined {
  const { idType, idNumber } = change
  if (idNumber === undefined) return undefined
  const before = checked.get(change)
  if (before && before.today === today && before.idNumber === idNumber && before.idType === idType) return before
  const person = checkPersonIdentifier(idType, idNumber, today)
  const key = person.ok ? identityKeyOf(person.type, person.value) : undefined
  const found = { today, idType, idNumber, person, key }
  checked.set(change, found)
  return found
}
