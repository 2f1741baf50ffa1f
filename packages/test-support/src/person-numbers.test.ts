import {
  checkPersonIdentifier,
  inferIdType,
  isKeyedAs,
  keyedNumber,
  maskIdNumber,
  permitNumberOnRecord,
  personNumberOnRecord,
  recogniseIdentifier,
} from '@shebao/identifiers'
import { describe, expect, it } from 'vitest'
import { personNumbers } from './person-numbers.ts'

const today = '2026-11-23'

describe.each(personNumbers)('$shows', ({ type, onRecord, typed, tells, masked, initialPin, keyed }) => {
  it('is one number on record however it is typed', () => {
    for (const text of [onRecord, ...typed]) {
      expect(personNumberOnRecord(text), text).toBe(onRecord)
      expect(permitNumberOnRecord(text), text).toBe(onRecord)
    }
  })

  it('is right in a form however it is typed, with its kind or without', () => {
    for (const text of [onRecord, ...typed])
      expect(checkPersonIdentifier(type, text, today), text).toMatchObject({ ok: true, type, value: onRecord })
    // Eight digits alone may be anything.
    for (const text of [onRecord, ...typed].filter((one) => !/^.{8}$/.test(one)))
      expect(checkPersonIdentifier(undefined, text, today), text).toMatchObject({ value: onRecord })
  })

  it('is of its kind, and tells sex and day of birth or neither', () => {
    const found = checkPersonIdentifier(undefined, onRecord, today)
    expect(found).toMatchObject({ ok: true, type, value: onRecord })
    expect(found.ok && [found.facts.sex, found.facts.birthDate]).toEqual([tells?.sex, tells?.birthDate])
    expect(inferIdType(onRecord)).toBe(type)
    expect(recogniseIdentifier(onRecord, today).type).toBe(type)
  })

  it('is masked to three and two, and what hides is more than the initial password shows', () => {
    expect(maskIdNumber(onRecord)).toBe(masked)
    expect(masked.slice(-4, -2)).toBe('**')
    expect(masked).not.toContain(initialPin)
  })

  it('is keyed into a telephone with a key for each letter', () => {
    for (const keys of keyed) {
      const heard = keys.replaceAll('*', 'X').replace(/^X/, '')
      expect(isKeyedAs(onRecord, heard), keys).toBe(true)
      for (const other of personNumbers.filter((one) => one.onRecord !== onRecord))
        expect(isKeyedAs(other.onRecord, heard), `${keys} is not ${other.onRecord}`).toBe(false)
      const slipped = `${heard.slice(0, -1)}${heard.endsWith('9') ? '8' : '9'}`
      const countsRenewals = /^[46]\d{10}$/.test(heard)
      expect(isKeyedAs(onRecord, slipped), `${keys} with a slip`).toBe(countsRenewals)
    }
    expect(keyedNumber(onRecord)).toMatch(/^\d+X?$/)
  })
})

it('what looks like a permit is none where another document is named', () => {
  expect(checkPersonIdentifier('FOREIGN_PASSPORT_NUMBER', 'H12345678', today)).toMatchObject({ ok: false })
  expect(checkPersonIdentifier('RESIDENT_ID', '11223344', today)).toMatchObject({ ok: false })
})

it('an old resident ID is upgraded where it is looked for, and not in a form', () => {
  expect(personNumberOnRecord('610104620927690')).toBe('610104196209276908')
  expect(permitNumberOnRecord('610104620927690')).toBe('610104620927690')
})
