import { period as toPeriod } from '@shebao/kernel'
import { retirement } from '@shebao/premium'
import type { PersonIdType } from '@shebao/identifiers'
import {
  makeCardNumber,
  makeForeignPermanentResidence2017,
  makeMobile,
  makeResidentId,
  seededRandom,
} from '@shebao/test-support/identifiers'
import { addMonthsTo, makeUuid } from './demo-people.ts'
import type { DemoEnrolment, DemoPerson, DemoUnit } from './demo-people.ts'

/** A person whose record shows something; `at` are their employers, the present one last. */
export interface TeachingPerson {
  shows: TeachingCase
  person: DemoPerson
  at: readonly string[]
}

export type TeachingCase =
  | 'PASSPORT'
  | 'PASSPORT_OF_TOUR'
  | 'PERMANENT_RESIDENT'
  | 'PERMANENT_RESIDENT_2017'
  | 'HONG_KONG'
  | 'MACAU'
  | 'TAIWAN'
  | 'HONG_KONG_TRAVEL_PERMIT'
  | 'TAIWAN_TRAVEL_PERMIT'
  | 'GAP'
  | 'MOVED'
  | 'TWO_EMPLOYERS'
  | 'WORK_INJURY_ONLY'
  | 'LEFT_OUT'
  | 'RETIRES_SOON'
  | 'PAST_RETIREMENT'
  | 'RETIRED'

type Identity = Pick<DemoPerson, 'name' | 'idNumber' | 'sex' | 'birthDate'> & { idType: PersonIdType }

interface Spell {
  at: string
  /** Months before the present one; the beginning of the records when absent. */
  from?: number
  to?: number
  stop?: string
  /** Takes the place of somebody there, whose wages stay; otherwise one more person. */
  insteadOf?: number
  /** Months between being hired and being declared. */
  hiredBefore?: number
  absent?: DemoEnrolment['absent']
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
    const person = personOf(identity)
    for (const spell of spells) place(spell, person)
    return { shows, person, at: spells.map(({ at }) => at) }
  })
  return {
    units: units.map((unit) => ({ ...unit, enrolments: enrolments.get(unit.registrationNo) ?? unit.enrolments })),
    teaching,
  }

  function personOf(identity: Identity): DemoPerson {
    const [id, mobile, cardNumber] = [makeUuid(random), makeMobile(random), makeCardNumber(random)]
    return { id, mobile, cardNumber, cardStatus: 'NORMAL', ...identity }
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
      householdType: person.idType === 'RESIDENT_ID' ? example.householdType : 'NONLOCAL_URBAN',
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

const tour = '1101080001'
const school = '1101050016'
const notThere = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'MATERNITY'] as const

interface Case {
  shows: TeachingCase
  identity: Identity
  spells: Spell[]
}

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
  ]
}

/** Each kind of number that may stand for a person (domain 1.2, 1.3). */
function abroadCases(): Case[] {
  const sex = 'FEMALE'
  const at = (registrationNo: string, insteadOf: number) => [{ at: registrationNo, insteadOf }]
  const permit = (name: string, idNumber: string, birthDate: string) =>
    ({ idType: 'HMT_RESIDENCE_PERMIT', name, idNumber, sex, birthDate }) as const
  const since2017 = { sex: 'MALE', birthDate: '1980-06-15' } as const
  const card2017 = makeForeignPermanentResidence2017(seededRandom(17), since2017)
  return [
    {
      shows: 'PASSPORT_OF_TOUR',
      identity: {
        idType: 'FOREIGN_PASSPORT_NUMBER',
        name: 'Anna Becker',
        idNumber: 'DEU0C01X00T47',
        sex,
        birthDate: '1988-03-14',
      },
      spells: at(tour, 24),
    },
    { shows: 'HONG_KONG', identity: permit('陈嘉欣', '810000199408230021', '1994-08-23'), spells: at(tour, 25) },
    {
      shows: 'PASSPORT',
      identity: {
        idType: 'FOREIGN_PASSPORT_NUMBER',
        name: "Sean O'Neill",
        idNumber: 'USA0512345678',
        sex: 'MALE',
        birthDate: '1979-10-02',
      },
      spells: at(school, 0),
    },
    {
      shows: 'PERMANENT_RESIDENT',
      identity: {
        idType: 'FOREIGN_PERMANENT_RESIDENCE',
        name: '艾达娜·萨比特',
        idNumber: '911398199012310021',
        sex,
        birthDate: '1990-12-31',
      },
      spells: at(school, 1),
    },
    {
      shows: 'PERMANENT_RESIDENT_2017',
      identity: { idType: 'FOREIGN_PERMANENT_RESIDENCE', name: 'Pierre Martin', idNumber: card2017, ...since2017 },
      spells: at(school, 2),
    },
    { shows: 'MACAU', identity: permit('何美仪', '820000198811110027', '1988-11-11'), spells: at(school, 3) },
    { shows: 'TAIWAN', identity: permit('林怡君', '830000199201300022', '1992-01-30'), spells: at(school, 4) },
    {
      shows: 'HONG_KONG_TRAVEL_PERMIT',
      identity: {
        idType: 'HMT_TRAVEL_NUMBER',
        name: '黄志明',
        idNumber: 'HKG012345678',
        sex: 'MALE',
        birthDate: '1982-04-26',
      },
      spells: at(school, 5),
    },
    {
      shows: 'TAIWAN_TRAVEL_PERMIT',
      identity: { idType: 'HMT_TRAVEL_NUMBER', name: '张雅婷', idNumber: 'TWN011223344', sex, birthDate: '1990-09-09' },
      spells: at(school, 6),
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
