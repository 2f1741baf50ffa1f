import * as countries from 'i18n-iso-countries'
import { expect, it } from 'vitest'
import { findAlpha2CountryCode, findCountryByNumericCode, isKnownCountry } from './country.ts'

it('the countries are those of ISO 3166-1, with all three codes', () => {
  // XKK (Kosovo) is no code of the standard but one that users may assign.
  const standard = Object.entries(countries.getAlpha3Codes()).filter(([alpha3]) => alpha3 !== 'XKK')
  expect(standard.length).toBe(249)
  for (const [alpha3, alpha2] of standard) {
    expect(findAlpha2CountryCode(alpha3)).toBe(alpha2)
    expect(findCountryByNumericCode(countries.alpha3ToNumeric(alpha3) ?? '')).toBe(alpha3)
  }
  const letters = Array.from({ length: 26 }, (_, letter) => String.fromCharCode(65 + letter))
  const known = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c).filter(isKnownCountry)))
  expect(known).toEqual(standard.map(([alpha3]) => alpha3).toSorted())
})
