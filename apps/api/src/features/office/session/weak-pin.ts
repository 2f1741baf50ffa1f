export type WeakPinReason =
  | 'FORMAT'
  | 'INITIAL'
  | 'PART_OF_NUMBER'
  | 'BIRTH_DATE'
  | 'ALL_EQUAL'
  | 'RUN'
  | 'PATTERN'
  | 'COMMON'

export interface PinFacts {
  initialPin: string
  /** Identity number and mobile: no six digits in a row of these, also where letters stand between them. */
  numbers: readonly string[]
  /** YYYY-MM-DD */
  birthDate: string
}

/** Chosen often without being a run or a pattern: keypad walks, round numbers, homophones (1314 "一生一世", 520 "我爱你"). */
const common = new Set([
  '147258',
  '258369',
  '147369',
  '147852',
  '258147',
  '369258',
  '159357',
  '159753',
  '357159',
  '741852',
  '852963',
  '963852',
  '123654',
  '321654',
  '456123',
  '789456',
  '123789',
  '789123',
  '142536',
  '102030',
  '010203',
  '112358',
  '314159',
  '271828',
  '123321',
  '111222',
  '000111',
  '222333',
  '666888',
  '888666',
  '168888',
  '188888',
  '888168',
  '131452',
  '131420',
  '521314',
  '520131',
  '201314',
  '520520',
  '521521',
  '890123',
  '098765',
  '901234',
  '210987',
  '100000',
  '200000',
  '100200',
  '101010',
])

/** Every reason why a new six-digit card password is too easy to guess (domain specification, section 8); empty when it is not. */
export function findWeakPinReasons(pin: string, facts: PinFacts): WeakPinReason[] {
  if (!/^\d{6}$/.test(pin)) return ['FORMAT']
  const checks: readonly [WeakPinReason, boolean][] = [
    ['INITIAL', pin === facts.initialPin],
    ['PART_OF_NUMBER', facts.numbers.some((number) => number.replace(/\D/g, '').includes(pin))],
    ['BIRTH_DATE', birthDateForms(facts.birthDate).includes(pin)],
    ['ALL_EQUAL', /^(\d)\1{5}$/.test(pin)],
    ['RUN', isRun(pin)],
    ['PATTERN', /^(\d\d)\1\1$|^(\d{3})\2$|^(\d)\3(\d)\4(\d)\5$/.test(pin)],
    ['COMMON', common.has(pin)],
  ]
  return checks.filter(([, weak]) => weak).map(([reason]) => reason)
}

function birthDateForms(birthDate: string): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const yy = year.slice(2)
  return [`${yy}${month}${day}`, `${day}${month}${yy}`, `${month}${day}${yy}`]
}

function isRun(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index]))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}
