// Seeded makers of valid identifiers. Check characters are computed by other routes than the checks under test
// (ISO 7064 as a running sum, Luhn by search), so a shared mistake cannot hide. People made here do not exist.

/** Numbers in [0, 1), the same series for the same seed (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `least` to `most`, both included. */
export function pickInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

export function pickOne<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

const REGIONS = ['110101', '110105', '310104', '330106', '370202', '440103', '440305', '512921', '610104'] as const
const FAMILY_NAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '欧阳', '司马'] as const
const GIVEN_NAMES = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '建国',
  '志强',
  '秀英',
] as const
const COUNTRIES = [
  ['KAZ', '398'],
  ['DEU', '276'],
  ['FRA', '250'],
  ['USA', '840'],
  ['JPN', '392'],
  ['KOR', '410'],
] as const
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What a caller wants fixed; everything else is drawn. */
export interface PersonWish {
  readonly sex?: 'MALE' | 'FEMALE'
  /** YYYY-MM-DD. */
  readonly birthDate?: string
  readonly region?: string
}

/** A birth date between 1950-01-01 and 2005-12-28. */
export function makeBirthDate(random: Random): string {
  const part = (least: number, most: number) => String(pickInteger(random, least, most)).padStart(2, '0')
  return `${pickInteger(random, 1950, 2005)}-${part(1, 12)}-${part(1, 28)}`
}

function makeSequence(random: Random, sex: PersonWish['sex'], width: number): string {
  const half = pickInteger(random, 0, 10 ** width / 2 - 1)
  const isOdd = sex === undefined ? random() < 0.5 : sex === 'MALE'
  return String(half * 2 + (isOdd ? 1 : 0)).padStart(width, '0')
}

/** ISO 7064 MOD 11-2 in its recursive form. */
function iso7064Check(digits: string): string {
  let product = 0
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11
  const check = (12 - product) % 11
  return check === 10 ? 'X' : String(check)
}

function makeCitizenNumber(random: Random, prefix: string, wish: PersonWish): string {
  const date = (wish.birthDate ?? makeBirthDate(random)).replaceAll('-', '')
  const digits = prefix + date + makeSequence(random, wish.sex, 3)
  return digits + iso7064Check(digits)
}

export function makeResidentId(random: Random, wish: PersonWish = {}): string {
  return makeCitizenNumber(random, wish.region ?? pickOne(random, REGIONS), wish)
}

export function makeHmtResidencePermit(random: Random, wish: PersonWish = {}): string {
  return makeCitizenNumber(random, pickOne(random, ['810000', '820000', '830000']), wish)
}

export function makeHmtTravelNumber(random: Random): string {
  const digits = String(pickInteger(random, 0, 99_999_999)).padStart(8, '0')
  return `${pickOne(random, ['HKG', 'MAC', 'TWN'])}0${digits}`
}

/** The 2023 form, eighteen digits. */
export function makeForeignPermanentResidence(random: Random, wish: PersonWish = {}): string {
  const [, numeric] = pickOne(random, COUNTRIES)
  return makeCitizenNumber(random, `9${(wish.region ?? pickOne(random, REGIONS)).slice(0, 2)}${numeric}`, wish)
}

/** The 2017 form, fifteen characters; the check digit is the last digit of the weighted sum. */
export function makeForeignPermanentResidence2017(random: Random, wish: PersonWish = {}): string {
  const [alpha3] = pickOne(random, COUNTRIES)
  const date = (wish.birthDate ?? makeBirthDate(random)).replaceAll('-', '').slice(2)
  const body = alpha3 + (wish.region ?? pickOne(random, REGIONS)).slice(0, 4) + date + makeSequence(random, wish.sex, 1)
  const sum = Array.from(body).reduce((total, character, at) => {
    return total + Number.parseInt(character, 36) * Number('731'.charAt(at % 3))
  }, 0)
  return body + String(sum).slice(-1)
}

export function makePassportNumber(random: Random): string {
  const [alpha3] = pickOne(random, COUNTRIES)
  const letter = String.fromCharCode(65 + pickInteger(random, 0, 25))
  return `${alpha3}0${letter}${pickInteger(random, 1_000_000, 99_999_999)}`
}

/** An enterprise's credit code with a correct organisation code inside. */
export function makeCreditCode(random: Random, region: string = pickOne(random, REGIONS)): string {
  const digits = String(pickInteger(random, 0, 999_999)).padStart(6, '0')
  const body = `91${region}MA${digits}`
  const organisation = body + organisationCheck(`MA${digits}`)
  for (const check of CREDIT_ALPHABET) {
    if (creditSum(organisation + check) % 31 === 0) return organisation + check
  }
  throw new Error('a sum modulo 31 always has a check character')
}

/** GB 32100: the whole code, check character weighted 1, sums to a multiple of 31. */
function creditSum(code: string): number {
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return sum + CREDIT_ALPHABET.indexOf(code.charAt(17))
}

/** GB 11714, by looking for the value that completes the sum to a multiple of 11. */
function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0)
  const value = Array.from({ length: 11 }, (_, candidate) => candidate).find(
    (candidate) => (sum + candidate) % 11 === 0,
  )
  return value === 10 ? 'X' : String(value ?? 0)
}

/** A bank card of 16, 17 or 19 digits (18 could be mistaken for an ID number); the last digit is found by trying the Luhn sum of the whole number. */
export function makeBankCard(random: Random): string {
  const length = pickOne(random, [16, 17, 19])
  let body = '62'
  while (body.length < length - 1) body += String(pickInteger(random, 0, 9))
  const check = Array.from('0123456789').find((digit) => luhnSum(body + digit) % 10 === 0)
  return body + (check ?? '0')
}

function luhnSum(digits: string): number {
  return Array.from(digits)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)))
    .reduce((sum, value) => sum + value, 0)
}

export function makeCardNumber(random: Random): string {
  return (
    String.fromCharCode(65 + pickInteger(random, 0, 25)) + String(pickInteger(random, 0, 99_999_999)).padStart(8, '0')
  )
}

export function makeMobile(random: Random): string {
  return `1${pickInteger(random, 3, 9)}${String(pickInteger(random, 0, 999_999_999)).padStart(9, '0')}`
}

export function makePersonName(random: Random): string {
  const second = random() < 0.3 ? pickOne(random, GIVEN_NAMES) : ''
  return pickOne(random, FAMILY_NAMES) + pickOne(random, GIVEN_NAMES) + second
}
