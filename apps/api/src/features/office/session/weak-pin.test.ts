import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialPin } from './initial-pin.ts'
import { findWeakPinReasons } from './weak-pin.ts'
import { findWeakPasswordReasons } from './weak-password.ts'

const born1949 = { initialPin: '310020', numbers: ['11010519491231002X', '13812345678'], birthDate: '1949-12-31' }
const nobody = { initialPin: '000000', numbers: [], birthDate: '1900-01-01' }

describe('the initial password', () => {
  it.each([
    ['11010519491231002X', '310020'],
    ['110101199003078670', '078670'],
    ['HKG012345678', '345678'],
    ['TWN011223344', '223344'],
    ['KAZ110090123105', '123105'],
    ['DEU0C01X00T47', '010047'],
    ['DEU0C01X00TX', '000100'],
    ['810000199408230021', '230021'],
    ['G12', '000012'],
  ])('of %s is %s', (number, pin) => expect(initialPin(number)).toBe(pin))
})

describe('a new card password', () => {
  it.each([
    ['123456', 'RUN'],
    ['987654', 'RUN'],
    ['121212', 'PATTERN'],
    ['123123', 'PATTERN'],
    ['112233', 'PATTERN'],
    ['888888', 'ALL_EQUAL'],
    ['491231', 'BIRTH_DATE'],
    ['311249', 'BIRTH_DATE'],
    ['123149', 'BIRTH_DATE'],
    ['310020', 'INITIAL'],
    ['105194', 'PART_OF_NUMBER'],
    ['381234', 'PART_OF_NUMBER'],
    ['147258', 'COMMON'],
    ['12345', 'FORMAT'],
    ['70491a', 'FORMAT'],
  ] as const)('%s is refused as %s', (pin, reason) => {
    expect(findWeakPinReasons(pin, born1949)).toContain(reason)
  })

  it('704913 is accepted', () => expect(findWeakPinReasons('704913', born1949)).toEqual([]))

  it('gives every reason at once', () => {
    expect(findWeakPinReasons('111111', { ...nobody, initialPin: '111111' })).toEqual([
      'INITIAL',
      'ALL_EQUAL',
      'PATTERN',
    ])
  })

  it('refuses each of the three repeating shapes, whatever the digits', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(digit, digit, digit, (a, b, c) => {
        for (const pin of [`${a}${b}${a}${b}${a}${b}`, `${a}${b}${c}${a}${b}${c}`, `${a}${a}${b}${b}${c}${c}`]) {
          expect(findWeakPinReasons(pin, nobody)).toContain('PATTERN')
        }
      }),
    )
  })

  it('leaves at least 99 in 100 of all numbers to choose from', () => {
    const every17th = Array.from({ length: 58_823 }, (_, index) => String(index * 17).padStart(6, '0'))
    const free = every17th.filter((pin) => findWeakPinReasons(pin, born1949).length === 0)
    expect(free.length).toBeGreaterThan(58_823 * 0.99)
  })
})

describe('a new password of an employer or of staff', () => {
  it.each([
    ['short', 'TOO_SHORT'],
    ['x'.repeat(129), 'TOO_LONG'],
    ['aabbaabbaabb', 'TOO_FEW_CHARACTERS'],
    ['my-1101080001-pw', 'CONTAINS_IDENTIFIER'],
    ['Password123', 'COMMON'],
  ] as const)('%s is refused as %s', (password, reason) => {
    expect(findWeakPasswordReasons(password, ['1101080001'])).toContain(reason)
  })

  it.each([
    ['as it is listed', ['qwertyuiop', '1q2w3e4r5t', 'manchester', 'fktrcfylhf', 'administrator']],
    [
      'with digits or marks at its ends',
      ['Sunshine2024!', '**football99', 'welcome-2026', 'shebao123456', 'woaini1314'],
    ],
    ['in look-alikes or with Shift held', ['p@ssw0rd123', 'Dr@g0n-1988', '1qaz@WSX3edc', 'l3tm31n2026']],
    ['in wide characters', ['ｐａｓｓｗｏｒｄ１２']],
    [
      'twice, or with another',
      ['monkeydragon', 'shadowshadow', '5201314520', '5845211314', 'asd123456789', '0123456789a'],
    ],
  ])('refuses a common one %s', (_how, passwords) => {
    for (const password of passwords)
      expect([password, findWeakPasswordReasons(password, [])]).toEqual([password, ['COMMON']])
  })

  it('knows every password of the list that is long enough', () => {
    const long = dictionary['passwords-common'].filter((password) => password.length >= 10)
    expect(long.length).toBeGreaterThan(1_500)
    expect(long.filter((password) => findWeakPasswordReasons(password, []).length === 0)).toEqual([])
    // Lists of longer ones consist otherwise of shorter ones that were made as long: of three thousand words, what is done to them.
    const words = dictionary['passwords-common'].filter((word) => /^[a-z]{6,}$/.test(word)).slice(0, 3_000)
    const lengthened = words.flatMap((word) => [`${word}2026!`, `${word}123456`, `1${word}999`])
    expect(words).toHaveLength(3_000)
    expect(lengthened.filter((password) => !findWeakPasswordReasons(password, []).includes('COMMON'))).toEqual([])
  })

  it('knows the three thousand commonest of that length, which no rule finds', () => {
    const file = join(import.meta.dirname, 'long-passwords.txt')
    const hashes = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(hashes).toEqual([...new Set(hashes)].toSorted())
    expect(hashes).toHaveLength(3_000)
    for (const password of ['SleepyHollow', 'poiuytrewq', 'katastrofa', 'hakunamatata', '1234qw1234qw', 'chucknorris'])
      expect([password, findWeakPasswordReasons(password, [])]).toEqual([password, ['COMMON']])
  })

  it('accepts words nobody strings together, also Han', () => {
    expect(findWeakPasswordReasons('骆驼-订书机-雨后', ['1101080001'])).toEqual(['TOO_SHORT'])
    expect(findWeakPasswordReasons('骆驼-订书机-雨后的山', ['1101080001'])).toEqual([])
    for (const password of ['camel stapler rain', 'seven green umbrellas', 'k7Vq-wolke-Tisch', '3 Katzen, 1 Hund'])
      expect([password, findWeakPasswordReasons(password, ['1101080001'])]).toEqual([password, []])
  })
})
