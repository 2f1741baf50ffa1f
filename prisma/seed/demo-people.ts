import {
  makeBankCard,
  makeCardNumber,
  makeCreditCode,
  makeMobile,
  makePersonName,
  makeResidentId,
  pickInteger,
  pickOne,
  seededRandom,
} from '@shebao/test-support/identifiers'
import type { PersonIdType } from '@shebao/identifiers'
import type { Random } from '@shebao/test-support/identifiers'
import { demoEmployers } from './demo-employers.ts'
import { enforcedEmployers } from './enforced-employers.ts'
import { teachingEmployers } from './teaching-employers.ts'
import type { DemoEmployer } from './demo-employers.ts'

export interface DemoPerson {
  id: string
  name: string
  idType: PersonIdType
  idNumber: string
  mobile: string
  sex: 'MALE' | 'FEMALE'
  birthDate: string
  cardNumber: string
  cardStatus: string
}

export interface DemoEnrolment {
  id: string
  person: DemoPerson
  employmentForm: string
  householdType: string
  hireDate: string
  fromPeriod: string
  toPeriod: string | null
  stopReason: string | null
  /** Monthly average in fen for the payment year that began in the July of `firstYear + index`. */
  wagesByPaymentYear: readonly number[]
  /** Insurances that another employer pays; all five are paid when absent. */
  absent?: readonly ('PENSION' | 'MEDICAL' | 'UNEMPLOYMENT' | 'MATERNITY')[]
}

export interface DemoUnit extends DemoEmployer {
  id: string
  creditCode: string
  accountNo: string
  legalRepIdNumber: string
  phone: string
  enrolments: readonly DemoEnrolment[]
}

/** Ids that are the same at every seeding: version-4 shaped, drawn from the seeded series. */
export function makeUuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16))
  hex[12] = '4'
  hex[16] = pickOne(random, ['8', '9', 'a', 'b'])
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Every employer with its people, the same for the same history; nobody in it exists. */
export function makeDemoUnits(firstPeriod: string, lastPeriod: string): DemoUnit[] {
  const random = seededRandom(20_261_123)
  const takenIds = new Set<string>()
  const takenCards = new Set<string>()
  return [...demoEmployers, ...teachingEmployers, ...enforcedEmployers].map((employer) => {
    const leavers = Math.floor(employer.people / 9)
    const count = employer.people + leavers
    return {
      ...employer,
      id: makeUuid(random),
      creditCode: makeCreditCode(random, employer.registrationNo.slice(0, 6)),
      accountNo: makeBankCard(random),
      legalRepIdNumber: makeResidentId(random),
      phone: makeMobile(random),
      enrolments: Array.from({ length: count }, (_, index) =>
        sinceFounding(
          employer,
          { firstPeriod, lastPeriod },
          makeEnrolment(
            random,
            makePerson(random, takenIds, takenCards),
            index >= employer.people,
            firstPeriod,
            lastPeriod,
          ),
        ),
      ),
    }
  })
}

/** In an employer younger than the demo's months everybody began when it did. */
function sinceFounding(
  { registeredMonthsAgo }: DemoEmployer,
  { firstPeriod, lastPeriod }: { firstPeriod: string; lastPeriod: string },
  enrolment: DemoEnrolment,
): DemoEnrolment {
  if (registeredMonthsAgo === undefined) return enrolment
  const founded = later(firstPeriod, addMonthsTo(lastPeriod, -registeredMonthsAgo))
  return { ...enrolment, hireDate: `${founded}-01`, fromPeriod: founded }
}

function makePerson(random: Random, takenIds: Set<string>, takenCards: Set<string>): DemoPerson {
  const sex = random() < 0.52 ? 'MALE' : 'FEMALE'
  // Nobody of these is near retirement for years to come; those who are, are put among them (teaching-people.ts).
  const birthDate = `${pickInteger(random, 1978, 2003)}-${pad(pickInteger(random, 1, 12))}-${pad(pickInteger(random, 1, 28))}`
  return {
    id: makeUuid(random),
    name: makePersonName(random),
    idType: 'RESIDENT_ID',
    idNumber: distinct(takenIds, () => makeResidentId(random, { sex, birthDate })),
    mobile: makeMobile(random),
    sex,
    birthDate,
    cardNumber: distinct(takenCards, () => makeCardNumber(random)),
    cardStatus: pickOne(random, [
      'NORMAL',
      'NORMAL',
      'NORMAL',
      'NORMAL',
      'NORMAL',
      'NORMAL',
      'INACTIVE',
      'INACTIVE',
      'ORAL_LOSS',
      'MADE',
    ]),
  }
}

function makeEnrolment(
  random: Random,
  person: DemoPerson,
  leaves: boolean,
  firstPeriod: string,
  lastPeriod: string,
): DemoEnrolment {
  const lastYear = Number(lastPeriod.slice(0, 4))
  const earliest = Math.max(Number(person.birthDate.slice(0, 4)) + 18, lastYear - 20)
  const hireYear = Math.min(pickInteger(random, earliest, lastYear - 1), lastYear - 1)
  const hireDate = `${hireYear}-${pad(pickInteger(random, 1, 12))}-${pad(pickInteger(random, 1, 28))}`
  const hireMonth = hireDate.slice(0, 7)
  const fromPeriod = hireMonth > firstPeriod ? hireMonth : firstPeriod
  const toPeriod = leaves ? later(fromPeriod, addMonthsTo(lastPeriod, -pickInteger(random, 2, 20))) : null
  const first = drawWage(random)
  const growth = 1 + random() * 0.08
  return {
    id: makeUuid(random),
    person,
    employmentForm: pickOne(random, ['CONTRACT', 'CONTRACT', 'CONTRACT', 'REGULAR', 'TEMPORARY']),
    householdType: pickOne(random, ['LOCAL_URBAN', 'LOCAL_URBAN', 'LOCAL_RURAL', 'NONLOCAL_URBAN', 'NONLOCAL_RURAL']),
    hireDate,
    fromPeriod,
    toPeriod,
    stopReason: leaves ? pickOne(random, ['STOP_RESIGN', 'STOP_CONTRACT_END', 'STOP_TRANSFER_OUT']) : null,
    wagesByPaymentYear: Array.from({ length: 6 }, (_, year) => Math.round((first * growth ** year) / 100) * 100),
  }
}

/** Most wages between floor and three times it, a few below the floor and a few above the ceiling; fen. */
function drawWage(random: Random): number {
  const shape = (random() + random() + random()) / 3
  if (random() < 0.05) return pickInteger(random, 3_600_000, 5_200_000)
  return Math.round(420_000 + shape ** 1.6 * 3_000_000)
}

export function addMonthsTo(period: string, count: number): string {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function distinct(taken: Set<string>, make: () => string): string {
  for (;;) {
    const value = make()
    if (!taken.has(value)) {
      taken.add(value)
      return value
    }
  }
}
