import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdentifier, checkPersonIdentifier, inferIdType, recogniseIdentifier } from '@shebao/identifiers'
import type { IdentifierType } from '@shebao/identifiers'
import {
  makeBankCard,
  makeCardNumber,
  makeCreditCode,
  makeForeignPermanentResidence,
  makeForeignPermanentResidence2017,
  makeHmtResidencePermit,
  makeHmtTravelNumber,
  makeMobile,
  makePassportNumber,
  makePersonName,
  makeResidentId,
  seededRandom,
} from './identifiers.ts'
import type { Random } from './identifiers.ts'

const TODAY = '2026-11-23'
const MAKERS: readonly (readonly [IdentifierType, string, (random: Random) => string])[] = [
  ['RESIDENT_ID', 'resident ID', makeResidentId],
  ['HMT_RESIDENCE_PERMIT', 'residence permit', makeHmtResidencePermit],
  ['HMT_TRAVEL_NUMBER', 'travel number', makeHmtTravelNumber],
  ['FOREIGN_PERMANENT_RESIDENCE', '2023 card', makeForeignPermanentResidence],
  ['FOREIGN_PERMANENT_RESIDENCE', '2017 card', makeForeignPermanentResidence2017],
  ['FOREIGN_PASSPORT_NUMBER', 'passport number', makePassportNumber],
  ['CREDIT_CODE', 'credit code', (random) => makeCreditCode(random)],
  ['BANK_CARD', 'bank card', makeBankCard],
  ['CARD_NUMBER', 'card number', makeCardNumber],
  ['MOBILE', 'mobile', makeMobile],
  ['PERSON_NAME', 'name', makePersonName],
]
/** Kinds whose check character finds every single wrong digit. */
const CHECKED = MAKERS.filter(([, label]) =>
  ['resident ID', 'residence permit', '2023 card', '2017 card', 'credit code', 'bank card'].includes(label),
)
const seeds = fc.integer({ min: 0, max: 0xffffffff })

describe.each(MAKERS)('%s: a made %s', (type, _label, make) => {
  it('is valid, unchanged by normalising, without warnings, and recognised', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const value = make(seededRandom(seed))
        expect(checkIdentifier(type, value, TODAY)).toMatchObject({ ok: true, value, warnings: [] })
        expect(recogniseIdentifier(value, TODAY)).toMatchObject({ type, result: { ok: true } })
      }),
    )
  })

  it('is the same for the same seed', () => {
    expect(make(seededRandom(7))).toBe(make(seededRandom(7)))
  })
})

describe.each(CHECKED)('%s: a made %s', (type, _label, make) => {
  it('fails when any single digit is changed', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.integer({ min: 1, max: 9 }), (seed, position, shift) => {
        const value = make(seededRandom(seed))
        const digits = Array.from(value, (character, at) => (/\d/.test(character) ? at : -1)).filter((at) => at >= 0)
        const at = digits[position % digits.length] ?? 0
        const changed = value.slice(0, at) + String((Number(value[at]) + shift) % 10) + value.slice(at + 1)
        expect(checkIdentifier(type, changed, TODAY).ok, changed).toBe(false)
      }),
    )
  })
})

describe('a person made to order', () => {
  it('has the facts that were asked for', () => {
    const wish = { sex: 'FEMALE', birthDate: '1984-02-29', region: '440305' } as const
    const number = makeResidentId(seededRandom(1), wish)
    expect(checkPersonIdentifier(undefined, number, TODAY)).toMatchObject({ ok: true, facts: wish })
  })

  it('has a number that tells its kind, whichever of the five it is', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...MAKERS.slice(0, 6)), (seed, [type, , make]) => {
        const value = make(seededRandom(seed))
        expect(inferIdType(value)).toBe(type)
        expect(checkPersonIdentifier(undefined, value, TODAY).ok).toBe(true)
      }),
    )
  })
})
