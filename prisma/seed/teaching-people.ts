import { period as toPeriod } from '@shebao/kernel'
import { retirement } from '@shebao/premium'
import { makeCardNumber, makeMobile, makeResidentId, seededRandom } from '@shebao/test-support/identifiers'
import { addMonthsTo, makeUuid } from './demo-people.ts'
import type { DemoEnrolment, DemoPerson, DemoUnit } from './demo-people.ts'
import { abroadCases, school, tour } from './people-from-abroad.ts'
import type { Case, Identity, Spell, TeachingCase } from './teaching-case.ts'

/** A person whose record shows something; `at` are their employers, the present one last. */
export interface TeachingPerson {
  shows: TeachingCase
  person: DemoPerson
  at: readonly string[]
}

/** A card in each state there is, on people whom the demo's list names. */
const cardOf: Readonly<Partial<Record<TeachingCase, string>>> = {
  GAP: 'WRITTEN_LOSS',
  MOVED: 'ORAL_LOSS',
  TWO_EMPLOYERS: 'FROZEN',
  WORK_INJURY_ONLY: 'INACTIVE',
  LEFT_OUT: 'PIN_LOCKED',
  RETIRES_SOON: 'MADE',
  PAST_RETIREMENT: 'APPLIED',
  RETIRED: 'CANCELLED',
}

/**
 * Puts people with something to show among the others. Who comes from abroad has a number that stays the same whenever the
 * demo office is made; who retires has a birth date that fits the day.
 */
export function addTeachingPeople(
  units: readonly DemoUnit[],
  firstPeriod: string,
  current: string,
): { units: DemoUnit[]; teaching: TeachingPerson[] } {
  const random = seededRandom(20_261_129)
  const enrolments = new Map(units.map((unit) => [unit.registrationNo, [...unit.enrolments]]))
  const teaching = casesOf(current).map(({ shows, identity, spells }): TeachingPerson => {
    const person = personOf(identity, shows)
    for (const spell of spells) place(spell, person)
    return { shows, person, at: spells.map(({ at }) => at) }
  })
  return {
    units: units.map((unit) => ({ ...unit, enrolments: enrolments.get(unit.registrationNo) ?? unit.enrolments })),
    teaching,
  }

  function personOf(identity: Identity, shows: TeachingCase): DemoPerson {
    const [id, mobile, cardNumber] = [makeUuid(random), makeMobile(random), makeCardNumber(random)]
    return { id, mobile, cardNumber, cardStatus: cardOf[shows] ?? 'NORMAL', ...identity }
  }

  function place({ at, from, to, stop, insteadOf, hiredBefore = 0, absent }: Spell, person: DemoPerson): void {
    const there = enrolments.get(at)
    const example = there?.[insteadOf ?? 0]
    if (!there || !example) throw new Error(`The demo has no employer ${at}, or nobody there.`)
    const fromPeriod = from === undefined ? firstPeriod : later(firstPeriod, addMonthsTo(current, -from))
    const enrolment: DemoEnrolment = {
      ...example,
      id: makeUuid(random),
      person,
      employmentForm: 'CONTRACT',
      householdType: householdOf(person.idType, example.householdType),
      hireDate: from === undefined ? '2019-03-04' : `${addMonthsTo(fromPeriod, -hiredBefore)}-03`,
      fromPeriod,
      toPeriod: to === undefined ? null : later(fromPeriod, addMonthsTo(current, -to)),
      stopReason: stop ?? null,
      ...(absent ? { absent } : {}),
    }
    if (insteadOf === undefined) there.push(enrolment)
    else there[insteadOf] = enrolment
  }
}

const notThere = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'MATERNITY'] as const

/** Three employers: months between two of them, the first month with the second declared late, and one month paid by two. */
const eventful: Spell[] = [
  { at: '1101060004', to: 14, stop: 'STOP_CONTRACT_END' },
  { at: '1101130007', from: 9, hiredBefore: 1, to: 4, stop: 'STOP_RESIGN' },
  { at: '1101090014', from: 4 },
]

function casesOf(current: string): Case[] {
  const random = seededRandom(20_261_130)
  const resident = (name: string, sex: 'MALE' | 'FEMALE', birthDate: string): Identity => ({
    name,
    sex,
    birthDate,
    idType: 'RESIDENT_ID',
    idNumber: makeResidentId(random, { sex, birthDate }),
  })
  return [
    ...abroadCases(),
    {
      shows: 'GAP',
      identity: resident('段续', 'MALE', '1991-05-18'),
      spells: [
        { at: '1101090014', to: 14, stop: 'STOP_RESIGN' },
        { at: tour, from: 11, insteadOf: 20 },
      ],
    },
    {
      shows: 'MOVED',
      identity: resident('连转', 'FEMALE', '1986-09-02'),
      spells: [
        { at: '1101060004', to: 18, stop: 'STOP_TRANSFER_OUT' },
        { at: '1101090014', from: 17 },
      ],
    },
    {
      shows: 'TWO_EMPLOYERS',
      identity: resident('双重', 'FEMALE', '1994-02-11'),
      spells: [
        { at: '1101060004', to: 4, stop: 'STOP_CONTRACT_END' },
        { at: '1101130007', from: 4 },
      ],
    },
    {
      shows: 'WORK_INJURY_ONLY',
      identity: resident('兼职', 'MALE', '1983-12-20'),
      spells: [{ at: school }, { at: '1101130007', from: 9, absent: notThere }],
    },
    {
      shows: 'LEFT_OUT',
      identity: resident('补全', 'FEMALE', '1998-07-07'),
      spells: [{ at: '1101010002', from: 6, hiredBefore: 2, insteadOf: 2 }],
    },
    {
      shows: 'RETIRES_SOON',
      identity: resident('将息', 'MALE', bornToRetireIn(addMonthsTo(current, 2))),
      spells: [{ at: '1101090014' }],
    },
    {
      shows: 'PAST_RETIREMENT',
      identity: resident('常青', 'MALE', bornToRetireIn(addMonthsTo(current, -4))),
      spells: [{ at: '1101130007', insteadOf: 5 }],
    },
    {
      shows: 'RETIRED',
      identity: resident('安退', 'MALE', bornToRetireIn(addMonthsTo(current, -2))),
      spells: [{ at: '1101060004', to: 2, stop: 'STOP_RETIRED' }],
    },
    {
      shows: 'EVENTFUL',
      identity: resident('历程', 'MALE', bornToRetireIn(addMonthsTo(current, 5))),
      spells: eventful,
    },
    {
      shows: 'EVENTFUL_ABROAD',
      identity: {
        idType: 'FOREIGN_PASSPORT_NUMBER',
        name: 'Paulo Silva',
        idNumber: 'BRA0FX654321',
        sex: 'MALE',
        birthDate: bornToRetireIn(addMonthsTo(current, 8)),
      },
      spells: eventful,
    },
  ]
}

const longestLife = 70

/** The latest birth date with which a man's working life ends in this month, or shortly before: some months end nobody's. */
function bornToRetireIn(month: string): string {
  for (let back = 0; ; back += 1) {
    const born = addMonthsTo(month, -60 * 12 - back)
    if (back > longestLife * 12) throw new Error(`Nobody retires by ${month}.`)
    if (retirement('MALE', toPeriod(born)).period <= month) return `${born}-12`
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

/** Who has no resident ID is in no household register; everybody else as the colleague, where that one is. */
function householdOf(idType: string, like: string): string {
  if (idType.startsWith('HMT_')) return 'HMT_RESIDENT'
  if (idType.startsWith('FOREIGN_')) return 'FOREIGN_NATIONAL'
  return like === 'HMT_RESIDENT' || like === 'FOREIGN_NATIONAL' ? 'LOCAL_URBAN' : like
}
