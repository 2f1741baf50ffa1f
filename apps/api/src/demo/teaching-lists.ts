import { fen } from '@shebao/kernel'
import type { DifferenceKind, PersonnelDraft, Resolution } from '@shebao/roster'
import { makeMobile, makeResidentId, seededRandom } from '@shebao/test-support/identifiers'
import { averageOf, newcomer, withAverage } from './demo-rows.ts'

/** How one kind of difference is settled; several reasons of stops go to several people in turn. */
export interface Settlement {
  kind: DifferenceKind
  resolution: Resolution
  reason?: string
  stopReasons?: readonly string[]
}

/** How an employer's list differs from the register, and how its clerk settles that. */
export interface TeachingList {
  change: (people: readonly PersonnelDraft[], today: string) => PersonnelDraft[]
  settle: readonly Settlement[]
}

const acceptWages: Settlement = {
  kind: 'WAGE_OR_BASE_DIFF',
  resolution: 'ACCEPT_UNIT',
  reason: '上年度工资按工资台账核对',
}

/** What waiting declarations show to whoever reviews them; every other list is as the register has it. */
export const teachingLists: Readonly<Record<string, TeachingList>> = {
  // Joiners and leavers.
  '1101140005': {
    change: (people, today) => [
      ...people.filter((_, index) => ![3, 11, 19].includes(index)),
      ...joiners(people, today),
    ],
    settle: [
      {
        kind: 'MISSING_IN_UNIT',
        resolution: 'STOP',
        stopReasons: ['STOP_RESIGN', 'STOP_CONTRACT_END', 'STOP_TRANSFER_OUT'],
      },
      { kind: 'EXTRA_IN_UNIT', resolution: 'ADD' },
    ],
  },
  // Wages far from the others: three times what they were, and below the minimum wage, which warns.
  '1101150008': {
    change: (people) =>
      people.map((draft, index) => {
        if (index >= 10 && index < 14) return withAverage(draft, fen(averageOf(draft) * 3))
        if (index === 30 || index === 31) return withAverage(draft, fen(150_000))
        return draft
      }),
    settle: [acceptWages],
  },
  // A changed name, raised wages, and a teacher from abroad who joins.
  '1101050016': {
    change: ([first, second, third, fourth, ...others], today) => {
      if (!first || !second || !third || !fourth) return []
      const raised = [second, third].map((draft) => withAverage(draft, fen(averageOf(draft) + 80_000)))
      return [first, ...raised, { ...fourth, name: `${fourth.name ?? ''}琳` }, ...others, teacher(first, today)]
    },
    settle: [
      acceptWages,
      { kind: 'NAME_DIFF', resolution: 'INFO_CHANGE' },
      { kind: 'EXTRA_IN_UNIT', resolution: 'ADD' },
    ],
  },
}

function joiners([like]: readonly PersonnelDraft[], today: string): PersonnelDraft[] {
  const random = seededRandom(45)
  if (!like) return []
  return (
    [
      ['方初晴', 'FEMALE', '2001-05-06'],
      ['苗向阳', 'MALE', '1999-11-23'],
    ] as const
  ).map(([name, sex, birthDate]) => {
    const idNumber = makeResidentId(random, { sex, birthDate })
    return newcomer(
      { name, idType: 'RESIDENT_ID', idNumber, sex, mobile: makeMobile(random) },
      like,
      today,
      fen(860_000),
    )
  })
}

function teacher(like: PersonnelDraft, today: string): PersonnelDraft {
  return newcomer(
    {
      name: '佐藤美咲',
      idType: 'FOREIGN_PASSPORT_NUMBER',
      idNumber: 'JPN0TR1234567',
      sex: 'FEMALE',
      birthDate: '1993-08-21',
      mobile: makeMobile(seededRandom(46)),
    },
    like,
    today,
    fen(1_680_000),
  )
}
