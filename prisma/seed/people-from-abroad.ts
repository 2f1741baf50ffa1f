import { makeForeignPermanentResidence2017, seededRandom } from '@shebao/test-support/identifiers'
import type { Case } from './teaching-case.ts'

export const tour = '1101080001'
export const school = '1101050016'

/** Each kind of number that may stand for a person (domain 1.2, 1.3). */
export function abroadCases(): Case[] {
  const sex = 'FEMALE'
  const at = (registrationNo: string, insteadOf: number) => [{ at: registrationNo, insteadOf }]
  const permit = (name: string, idNumber: string, birthDate: string) =>
    ({ idType: 'HMT_RESIDENCE_PERMIT', name, idNumber, sex, birthDate }) as const
  const since2017 = { sex: 'MALE', birthDate: '1980-06-15' } as const
  const card2017 = makeForeignPermanentResidence2017(seededRandom(27), since2017)
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
