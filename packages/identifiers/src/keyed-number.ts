import { hasCitizenForm } from './mod-11-2.ts'

/** The letters that stand on the keys 2 to 9 (ITU-T E.161). */
const letters = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'] as const
const keyOf = new Map(
  letters.flatMap((group, index) => Array.from(group, (letter) => [letter, `${index + 2}`] as const)),
)

/** First key of a travel permit as it is printed, by the letters of the number on record; a Taiwan permit has none. */
const permitKeys: Readonly<Record<string, string>> = { HKG: '4', MAC: '6', TWN: '' }
const travelNumber = /^(HKG|MAC|TWN)\d(\d{8})$/
const renewals = /^\d\d$/

/**
 * A number as a telephone can say it: each letter is the key that it stands on, pressed once. An ID number of eighteen characters stays
 * as it is: its X has the star.
 */
export function keyedNumber(onRecord: string): string {
  if (hasCitizenForm(onRecord)) return onRecord
  return Array.from(onRecord, (character) => keyOf.get(character) ?? character).join('')
}

/**
 * Whether these keys are the number on record, which no table can be asked: several numbers have the same keys. Who holds a travel permit
 * may key it as it is printed, with or without the two digits that count renewals.
 */
export function isKeyedAs(onRecord: string, keys: string): boolean {
  if (keys === keyedNumber(onRecord)) return true
  const [, issuer = '', digits = ''] = travelNumber.exec(onRecord) ?? []
  const key = permitKeys[issuer]
  if (key === undefined) return false
  const printed = `${key}${digits}`
  return keys === printed || (key !== '' && keys.startsWith(printed) && renewals.test(keys.slice(printed.length)))
}
