import { fen, FIVE_INSURANCES, period } from '@shebao/kernel'
import { householdTypeWords, readRoster, writeXlsx } from '@shebao/roster'
import type { PersonnelDraft, RosterFile } from '@shebao/roster'
import { describe, expect, it } from 'vitest'
import type { MonthlyChangeDraft } from '../monthly-rules/monthly-change.ts'
import { LANGUAGES } from '../messages/field-names.ts'
import { ADD, BASE, INFO, MONTHLY_CONTEXT, STOP } from '../rule-examples/monthly.ts'
import { CHANGE_TYPES } from '../monthly-rules/monthly-change.ts'
import { parsePeriodText } from './change-columns.ts'
import { changeTypeWords, parseChangeType } from './change-words.ts'
import { monthOfList } from './month-of-list.ts'
import { proposeChanges } from './propose-changes.ts'
import { changesFromFile } from './read-changes.ts'
import { writeChangesXlsx } from './write-changes.ts'

const JUNE = period('2026-06')

function opened(bytes: Uint8Array): RosterFile {
  const result = readRoster(bytes, 'changes.xlsx')
  if (!result.ok) throw new Error(result.problem.code)
  return result.file
}
const sheet = (...rows: string[][]) => opened(writeXlsx({ name: '表', rows, headRow: 0, figures: [] }))
const people: readonly MonthlyChangeDraft[] = [
  { ...ADD, mobile: '13812345678', idType: 'RESIDENT_ID', name: '欧阳明' },
  { ...STOP, leaveDate: '2026-06-05' },
  BASE,
  INFO,
]

describe('our own list of changes', () => {
  it.each(LANGUAGES)('reads back identically, in %s', (language) => {
    const { changes } = changesFromFile(opened(writeChangesXlsx(people, language)), { period: JUNE })
    const { insurances: _none, ...info } = INFO
    expect(changes.map(({ draft }) => draft)).toEqual([people[0], people[1], BASE, info])
    expect(changes.map(({ row }) => row)).toEqual([2, 3, 4, 5])
  })

  it('has a word for every type that reads back as that type, in both languages', () => {
    for (const type of CHANGE_TYPES)
      for (const word of [changeTypeWords[type].zh, changeTypeWords[type].en]) expect(parseChangeType(word)).toBe(type)
  })
})

describe('a list in any form', () => {
  it('says what each is by its own columns, whatever they are called', () => {
    const file = sheet(
      ['姓名', '身份证号', '增减类型', '起缴月份', '缴费基数(元)', '五险'],
      ['欧阳明', '110101199003078670', '增员', '202607', '8,500.50', '五险齐全'],
      ['李红', '11010519491231002X', '合同到期', '', '', '五险齐全'],
    )
    const { changes, columns, month } = changesFromFile(file, { period: JUNE })
    expect(Object.keys(columns).toSorted()).toEqual(['changeType', 'effectivePeriod', 'monthlyWage'])
    expect(changes[0]?.draft).toMatchObject({
      changeType: 'ADD_NEW',
      effectivePeriod: '2026-07',
      monthlyWage: fen(850_050),
      insurances: [...FIVE_INSURANCES],
    })
    expect(changes[1]?.draft).toMatchObject({
      changeType: 'STOP_CONTRACT_END',
      lastPayablePeriod: '2026-06',
      effectivePeriod: '2026-07',
    })
    expect(month).toBe('2026-07')
  })

  it('infers a join from a hire date and a stop from a leave date, and never why somebody left', () => {
    const file = sheet(
      ['姓名', '身份证号', '入职日期', '离职日期', '首月工资'],
      ['欧阳明', '110101199003078670', '2026-06-03', '', '9000'],
      ['李红', '11010519491231002X', '2020-01-01', '2026-06-20', ''],
    )
    const { changes } = changesFromFile(file, { period: JUNE })
    expect(changes[0]?.draft).toMatchObject({
      changeType: 'ADD_NEW',
      effectivePeriod: '2026-06',
      monthlyWage: fen(900_000),
    })
    expect(changes[1]?.draft).toMatchObject({ leaveDate: '2026-06-20', lastPayablePeriod: '2026-06' })
    expect(changes[1]?.draft.changeType).toBeUndefined()
  })

  it('keeps what it cannot read as it was written, and follows the clerk about columns', () => {
    const file = sheet(['姓名', '身份证号', '情况', '月工资'], ['欧阳明', '110101199003078670', '走人', '面议'])
    const { changes } = changesFromFile(file, { period: JUNE, columns: { changeType: 2 } })
    expect(changes[0]?.draft.raw).toEqual({ changeType: '走人', monthlyWage: '面议' })
    expect(
      changesFromFile(file, { period: JUNE, columns: { monthlyWage: null } }).changes[0]?.draft.raw,
    ).toBeUndefined()
  })

  it('knows by its cells whether a column of reasons says what a change is, and of which insurances', () => {
    const file = sheet(
      ['姓名', '身份证号', '变动原因', '停保险种'],
      ['欧阳明', '110101199003078670', '辞职', '养老、医疗'],
      ['李红', '11010519491231002X', '退休', '五险'],
    )
    const { changes, columns } = changesFromFile(file, { period: JUNE })
    expect(Object.keys(columns).toSorted()).toEqual(['changeType', 'insurances'])
    expect(changes.map(({ draft }) => [draft.changeType, draft.insurances?.length])).toEqual([
      ['STOP_RESIGN', 2],
      ['STOP_RETIRED', 5],
    ])
    const both = sheet(
      ['姓名', '身份证号', '增减类型', '变动原因'],
      ['欧阳明', '110101199003078670', '减员', '辞职'],
      ['李红', '11010519491231002X', '调基数', '升职'],
    )
    expect(
      changesFromFile(both, { period: JUNE }).changes.map(({ draft }) => [draft.changeType, draft.reason]),
    ).toEqual([
      ['STOP_RESIGN', '辞职'],
      ['BASE_CHANGE', '升职'],
    ])
  })

  it('reads what is chosen from a list by any word for it', () => {
    const file = sheet(
      ['姓名', '身份证号', '变更类型', '变更项目', '变更后内容'],
      ['欧阳明', '110101199003078670', '信息变更', '户口性质', householdTypeWords.LOCAL_RURAL.zh],
    )
    expect(changesFromFile(file, { period: JUNE }).changes[0]?.draft.infoValue).toBe('LOCAL_RURAL')
  })

  it.each([
    ['2026-11', '2026-11'],
    ['202611', '2026-11'],
    ['2026年11月', '2026-11'],
    ['2026/1', '2026-01'],
    ['2026-11-01', '2026-11'],
    ['２０２６年１月份', '2026-01'],
    ['十一月', undefined],
    ['2026-13', undefined],
  ])('reads the month %s', (text, month) => expect(parsePeriodText(text)).toBe(month))
})

describe('the unit’s own list against the register', () => {
  const enrolled = (idNumber: string) => ({
    draft: { name: '某', idType: 'RESIDENT_ID', idNumber, participation: { PENSION: true } } as const,
  })

  it('proposes a stop for who is absent and a join for who is new, and counts the rest', () => {
    const proposed = proposeChanges(
      [enrolled('110101199003078670'), enrolled('11010519491231002X')],
      [
        { row: 2, draft: { name: '某', idNumber: '110101199003078670' } },
        {
          row: 3,
          draft: { name: '新', idNumber: '340524198001010013', hireDate: '2026-07-01', firstMonthWage: fen(500_000) },
        },
        { row: 4, draft: { name: '无号' } },
      ],
      { period: JUNE },
    )
    expect([proposed.joins, proposed.stops, proposed.same, proposed.unread]).toEqual([1, 1, 1, [4]])
    expect(proposed.changes.map(({ kind }) => kind)).toEqual(['JOIN', 'STOP'])
    expect(proposed.changes.map(({ draft }) => draft)).toEqual([
      expect.objectContaining({ changeType: 'ADD_NEW', effectivePeriod: '2026-07', monthlyWage: fen(500_000) }),
      {
        name: '某',
        idType: 'RESIDENT_ID',
        idNumber: '11010519491231002X',
        insurances: ['PENSION'],
        lastPayablePeriod: '2026-06',
        effectivePeriod: '2026-07',
      },
    ])
    const said = proposeChanges([enrolled('11010519491231002X')], [], { period: JUNE, stopType: 'STOP_RETIRED' })
    expect(said.changes[0]?.draft.changeType).toBe('STOP_RETIRED')
  })

  it('proposes what the file says otherwise of who is in both, and nothing of what either side does not know', () => {
    const register = {
      ...enrolled('110101199003078670').draft,
      mobile: '13800000001',
      householdType: 'LOCAL_URBAN',
      statedMonthlyAverage: fen(900_000),
    } as const
    const listed = { idNumber: register.idNumber, name: ' 某 ', mobile: '13800000002', firstMonthWage: fen(950_000) }
    const { changes, wages, data, same } = proposeChanges([{ draft: register }], [{ row: 2, draft: listed }], {
      period: JUNE,
    })
    expect([same, wages, data]).toEqual([1, 1, 1])
    expect(changes).toEqual([
      {
        kind: 'WAGE',
        wasWage: fen(900_000),
        draft: expect.objectContaining({
          changeType: 'BASE_CHANGE',
          monthlyWage: fen(950_000),
          insurances: ['PENSION'],
        }),
      },
      {
        kind: 'DATA',
        was: '13800000001',
        draft: expect.objectContaining({ changeType: 'INFO_CHANGE', infoField: 'mobile', infoValue: '13800000002' }),
      },
    ])
  })

  it('proposes a join or stop of the insurances that alone differ, and nothing of those that the file leaves open', () => {
    const register = {
      ...enrolled('110101199003078670').draft,
      participation: { PENSION: true, MEDICAL: true, WORK_INJURY: false },
    }
    const said = (participation: NonNullable<PersonnelDraft['participation']>) =>
      proposeChanges([{ draft: register }], [{ row: 2, draft: { idNumber: register.idNumber, participation } }], {
        period: JUNE,
      })
    const { changes, joins, stops, same } = said({ PENSION: true, MEDICAL: false, WORK_INJURY: true })
    expect([joins, stops, same]).toEqual([1, 1, 1])
    expect(changes.map(({ kind, draft, wasInsured }) => [kind, draft.name, draft.insurances, wasInsured])).toEqual([
      ['JOIN', '某', ['WORK_INJURY'], ['PENSION', 'MEDICAL']],
      ['STOP', '某', ['MEDICAL'], ['PENSION', 'MEDICAL']],
    ])
    expect(said({ PENSION: true }).changes).toEqual([])
  })

  it('of an earlier month is known by the column that names its month, and one of the month that runs is taken', () => {
    const context = { ...MONTHLY_CONTEXT, today: '2026-06-20', cutOffDay: 15 }
    const of = (...months: string[]) =>
      monthOfList(
        sheet(['姓名', '身份证号', '费款所属期'], ...months.map((month) => ['某', '110101199003078670', month])),
        context,
      )
    expect(of('202605', '2026年5月')).toEqual({ month: '2026-05', closed: true })
    expect(of('202606')).toEqual({ month: '2026-06', closed: false })
    expect(of('202605', '202606')).toBeUndefined()
    const since = sheet(['姓名', '身份证号', '起缴月份'], ['某', '110101199003078670', '202001'])
    expect(monthOfList(since, context)).toBeUndefined()
  })
})
