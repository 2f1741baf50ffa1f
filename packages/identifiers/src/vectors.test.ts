import { describe, expect, it } from 'vitest'
import { checkIdentifier, checkPersonIdentifier, inferIdType, recogniseIdentifier } from './index.ts'
import type { FailureCode, IdentifierFacts, IdentifierType } from './index.ts'
import { deriveHmtTravelNumber, derivePassportNumber, personNumberOnRecord, upgradeLegacyResidentId } from './index.ts'

const TODAY = '2026-11-23'

const VALID: readonly (readonly [IdentifierType, string, string, IdentifierFacts])[] = [
  [
    'RESIDENT_ID',
    '11010519491231002X',
    '11010519491231002X',
    { sex: 'FEMALE', birthDate: '1949-12-31', region: '110105' },
  ],
  ['RESIDENT_ID', '11010519491231002x', '11010519491231002X', { sex: 'FEMALE', birthDate: '1949-12-31' }],
  ['RESIDENT_ID', '34052419800101001X', '34052419800101001X', { sex: 'MALE', birthDate: '1980-01-01' }],
  ['RESIDENT_ID', '110101199003078670', '110101199003078670', { sex: 'MALE', birthDate: '1990-03-07' }],
  [
    'RESIDENT_ID',
    '610104620927690',
    '610104196209276908',
    { birthDate: '1962-09-27', legacyNumber: '610104620927690' },
  ],
  ['RESIDENT_ID', "'１１０１０５ 19491231-002ｘ", '11010519491231002X', {}],
  ['HMT_RESIDENCE_PERMIT', '810000199408230021', '810000199408230021', { birthDate: '1994-08-23', country: 'HKG' }],
  ['HMT_RESIDENCE_PERMIT', '830000199201300022', '830000199201300022', { birthDate: '1992-01-30', country: 'TWN' }],
  ['HMT_RESIDENCE_PERMIT', '820000198811110027', '820000198811110027', { birthDate: '1988-11-11', country: 'MAC' }],
  ['HMT_TRAVEL_NUMBER', 'HKG012345678', 'HKG012345678', { country: 'HKG' }],
  ['HMT_TRAVEL_NUMBER', 'TWN011223344', 'TWN011223344', { country: 'TWN' }],
  [
    'FOREIGN_PERMANENT_RESIDENCE',
    '911398199012310021',
    '911398199012310021',
    { sex: 'FEMALE', birthDate: '1990-12-31', region: '110000', country: 'KAZ' },
  ],
  [
    'FOREIGN_PERMANENT_RESIDENCE',
    'KAZ110090123105',
    'KAZ110090123105',
    { birthDate: '1990-12-31', region: '110000', country: 'KAZ' },
  ],
  ['FOREIGN_PASSPORT_NUMBER', 'DEU0G0123456', 'DEU0G0123456', { country: 'DEU' }],
  ['CREDIT_CODE', '91110000600037341L', '91110000600037341L', { region: '110000' }],
  ['CREDIT_CODE', '91110105MA0000007L', '91110105MA0000007L', { region: '110105' }],
  ['CREDIT_CODE', 'N2110105MA0000000E', 'N2110105MA0000000E', { region: '110105' }],
  ['CARD_NUMBER', 'D58009678', 'D58009678', {}],
  ['BANK_CARD', '6228480000000000000', '6228480000000000000', {}],
  ['MOBILE', '13812345678', '13812345678', {}],
  ['MOBILE', '+86 138-1234-5678', '13812345678', {}],
  ['FIXED_PHONE', '(010) 82345678', '010-82345678', { areaCode: '010' }],
  ['FIXED_PHONE', '０５３２－８２３４５６７８', '0532-82345678', { areaCode: '0532' }],
  ['REGION', '370300', '370300', { region: '370300' }],
  ['LOCAL_REGISTRATION_NUMBER', '3703123456', '3703123456', {}],
  ['PERSON_NAME', '阿卜杜拉·买买提', '阿卜杜拉·买买提', { script: 'HAN' }],
  ['PERSON_NAME', '阿卜杜拉•买买提', '阿卜杜拉·买买提', { script: 'HAN' }],
  ['PERSON_NAME', '阿卜杜拉．买买提', '阿卜杜拉·买买提', { script: 'HAN' }],
  ['PERSON_NAME', '阿卜杜拉.买买提', '阿卜杜拉·买买提', { script: 'HAN' }],
  ['PERSON_NAME', '𠮷田', '𠮷田', { script: 'HAN' }],
  ['PERSON_NAME', '张　三', '张三', { script: 'HAN' }],
  ['PERSON_NAME', "Mary-Jane O'Neil Jr.", "Mary-Jane O'Neil Jr.", { script: 'LATIN' }],
]

const INVALID: readonly (readonly [IdentifierType, string, FailureCode, string | undefined])[] = [
  ['RESIDENT_ID', '340524198001010013', 'CHECKSUM', 'X'],
  ['RESIDENT_ID', '11010119900307867X', 'CHECKSUM', '0'],
  ['RESIDENT_ID', '440308199902301512', 'BIRTH_DATE', undefined],
  ['RESIDENT_ID', '110105194912310021', 'CHECKSUM', 'X'],
  ['HMT_RESIDENCE_PERMIT', '830000199201300023', 'CHECKSUM', '2'],
  ['FOREIGN_PERMANENT_RESIDENCE', '911398199012310022', 'CHECKSUM', '1'],
  ['FOREIGN_PERMANENT_RESIDENCE', '911999199012310021', 'REGION', undefined],
  ['FOREIGN_PERMANENT_RESIDENCE', 'KAZ110090123107', 'CHECKSUM', '5'],
  ['FOREIGN_PERMANENT_RESIDENCE', 'KAZ990090123105', 'REGION', undefined],
  ['HMT_TRAVEL_NUMBER', 'H1234567800', 'FORMAT', 'HKG012345678'],
  ['CREDIT_CODE', '91110000600037341M', 'CHECKSUM', 'L'],
  ['CREDIT_CODE', '9111O000600037341L', 'FORMAT', undefined],
  ['BANK_CARD', '6222021234567890123', 'CHECKSUM', '8'],
  ['MOBILE', '12812345678', 'FORMAT', undefined],
  ['REGION', '990000', 'REGION', undefined],
  ['PERSON_NAME', '张三1', 'FORMAT', undefined],
  ['PERSON_NAME', '·张三', 'FORMAT', undefined],
  ['PERSON_NAME', '张三·', 'FORMAT', undefined],
  ['PERSON_NAME', '阿卜··杜拉', 'FORMAT', undefined],
  ['PERSON_NAME', '张'.repeat(31), 'FORMAT', undefined],
]

describe('domain section 1, the kind given', () => {
  it.each(VALID)('%s %s is %s', (type, input, value, facts) => {
    expect(checkIdentifier(type, input, TODAY)).toMatchObject({ ok: true, type, value, facts })
  })

  it.each(INVALID)('%s %s is %s', (type, input, code, expected) => {
    const result = checkIdentifier(type, input, TODAY)
    expect(result).toEqual(expected === undefined ? { ok: false, type, code } : { ok: false, type, code, expected })
  })
})

describe('domain section 1, the kind found out', () => {
  it.each(VALID)('%s %s', (type, input, value) => {
    expect(recogniseIdentifier(input, TODAY)).toMatchObject({ type, result: { ok: true, value } })
  })

  it.each(INVALID)('%s %s is %s', (type, input, code) => {
    expect(recogniseIdentifier(input, TODAY)).toMatchObject({ type, result: { ok: false, code } })
  })

  it('takes digits for a credit code when a body of registration leads and no year of birth follows', () => {
    // Made up; the check character follows from GB 32100.
    const found = recogniseIdentifier('121100004000000000', TODAY)
    expect(found.type).toBe('CREDIT_CODE')
    expect(found.alternatives).toContain('RESIDENT_ID')
  })

  it('lets a credit code explain away a wrong check character only when its inner code agrees too', () => {
    // Both fail as resident ID numbers and pass GB 32100; the second fails the organisation code's own check.
    expect(recogniseIdentifier('111101199001010187', TODAY)).toMatchObject({
      type: 'CREDIT_CODE',
      result: { ok: true },
    })
    expect(recogniseIdentifier('111101199003030001', TODAY)).toMatchObject({
      type: 'RESIDENT_ID',
      result: { code: 'CHECKSUM' },
    })
  })

  it.each(['', '　', '99', '\ud800', '#'])('takes %j for nothing', (input) => {
    expect(recogniseIdentifier(input, TODAY)).toEqual({ type: undefined, result: undefined, alternatives: [] })
  })
})

describe('order of the failing codes', () => {
  it.each([
    ['0101011990023A7867', 'FORMAT'],
    ['990101199002300000', 'REGION'],
    ['110101199002300000', 'BIRTH_DATE'],
    ['110101199002280000', 'CHECKSUM'],
    ['810000199408230021', 'REGION'],
  ])('%s is %s', (input, code) => {
    expect(checkIdentifier('RESIDENT_ID', input, TODAY)).toMatchObject({ ok: false, code })
  })

  it('refuses a birth after today and takes the day itself', () => {
    const number = '110101199003078670'
    expect(checkIdentifier('RESIDENT_ID', number, '1990-03-07').ok).toBe(true)
    expect(checkIdentifier('RESIDENT_ID', number, '1990-03-06')).toMatchObject({ code: 'BIRTH_DATE' })
  })

  it('knows the leap years of the century rule', () => {
    expect(checkIdentifier('RESIDENT_ID', '110101200002290000', TODAY)).toMatchObject({ code: 'CHECKSUM' })
    expect(checkIdentifier('RESIDENT_ID', '110101190002290000', TODAY)).toMatchObject({ code: 'BIRTH_DATE' })
  })
})

describe('warnings', () => {
  it('warns of a county nobody recorded, not of an abolished one', () => {
    expect(checkIdentifier('RESIDENT_ID', '34052419800101001X', TODAY)).toMatchObject({
      warnings: [{ code: 'UNKNOWN_REGION', params: { region: '340524' } }],
    })
    // 崇文区 and 闸北区 were merged away in 2010 and 2015, 南充县 in 1993, 北京 宣武区 in 2010.
    for (const code of ['110103', '310108', '512921', '110104']) {
      expect(checkIdentifier('REGION', code, TODAY), code).toMatchObject({ ok: true, warnings: [] })
    }
  })

  it('warns of a wrong check inside the organisation code', () => {
    expect(checkIdentifier('CREDIT_CODE', 'N2110105MA0000000E', TODAY)).toMatchObject({
      warnings: [{ code: 'ORG_CODE_CHECKSUM', params: { organisation: 'MA0000000', expected: '7' } }],
    })
  })

  it('warns of a one-character name', () => {
    expect(checkIdentifier('PERSON_NAME', '𠮷', TODAY)).toMatchObject({ warnings: [{ code: 'RARE_NAME' }] })
  })
})

describe('numbers derived from documents', () => {
  it('drops the renewal digits of a travel permit', () => {
    expect(deriveHmtTravelNumber('H1234567800')).toBe('HKG012345678')
    expect(deriveHmtTravelNumber('m12345678')).toBe('MAC012345678')
    expect(deriveHmtTravelNumber('11223344')).toBe('TWN011223344')
    expect(deriveHmtTravelNumber('A1234567800')).toBeUndefined()
  })

  it('drops the symbols of a passport number', () => {
    expect(derivePassportNumber('DEU', 'G01234-56')).toBe('DEU0G0123456')
    expect(derivePassportNumber('XXX', 'G0123456')).toBeUndefined()
  })

  it('upgrades a 15-digit number', () => {
    expect(upgradeLegacyResidentId('610104620927690')).toBe('610104196209276908')
    expect(upgradeLegacyResidentId('61010462092769')).toBeUndefined()
  })
})

describe('the number on record', () => {
  it.each([
    ['H1234567800', 'HKG012345678'],
    ['ｍ12345678', 'MAC012345678'],
    ['1122 3344', 'TWN011223344'],
    ['610104620927690', '610104196209276908'],
    ['11010519491231002x', '11010519491231002X'],
    ['DEU0-C01X00T47', 'DEU0C01X00T47'],
    ['hkg012345678', 'HKG012345678'],
    ['KAZ110090123105', 'KAZ110090123105'],
  ])('of %s is %s', (read, onRecord) => {
    expect(personNumberOnRecord(read)).toBe(onRecord)
    expect(personNumberOnRecord(onRecord)).toBe(onRecord)
  })
})

describe('person numbers in rosters', () => {
  it('asks a current record for the upgraded number and takes the old one from history', () => {
    expect(checkPersonIdentifier(undefined, '610104620927690', TODAY)).toEqual({
      ok: false,
      type: 'RESIDENT_ID',
      code: 'FORMAT',
      expected: '610104196209276908',
    })
    expect(checkPersonIdentifier('RESIDENT_ID', '610104620927690', TODAY, 'HISTORICAL').ok).toBe(true)
  })

  it('reports a form that fits no kind as a resident ID number', () => {
    expect(inferIdType('1101051949123100')).toBeUndefined()
    expect(checkPersonIdentifier(undefined, '1101051949123100', TODAY)).toEqual({
      ok: false,
      type: 'RESIDENT_ID',
      code: 'FORMAT',
    })
  })

  it('holds the number to the kind its row names', () => {
    expect(checkPersonIdentifier('HMT_RESIDENCE_PERMIT', '11010519491231002X', TODAY)).toMatchObject({ code: 'REGION' })
    expect(checkPersonIdentifier('FOREIGN_PASSPORT_NUMBER', '11010519491231002X', TODAY)).toMatchObject({
      code: 'FORMAT',
    })
  })
})
