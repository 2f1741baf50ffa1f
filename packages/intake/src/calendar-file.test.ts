import { describe, expect, it } from 'vitest'
import { calendarColumns, readCalendarFile } from './calendar-file.ts'
import { writeTemplate } from './write-template.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a calendar file', () => {
  it('is read from CSV with whatever words an office uses', () => {
    const file = readCalendarFile(
      bytes(
        '2024年放假安排,,\n日期,安排,节日\n2024/10/1,放假,国庆节\n2024年10月12日,调休上班,国庆节\n20241001,休,国庆节\n',
      ),
      'x.csv',
    )
    expect(file).toEqual({
      ok: true,
      problems: [],
      days: [
        { day: '2024-10-01', kind: 'HOLIDAY', name: '国庆节' },
        { day: '2024-10-12', kind: 'MAKE_UP', name: '国庆节' },
        { day: '2024-10-01', kind: 'HOLIDAY', name: '国庆节' },
      ],
    })
  })

  it('is read from JSON', () => {
    const days = [{ date: '2024-10-01', kind: 'HOLIDAY', name: '国庆节' }]
    expect(readCalendarFile(bytes(JSON.stringify(days)), 'x.json')).toMatchObject({ ok: true, problems: [] })
    expect(readCalendarFile(bytes(JSON.stringify({ days })), 'x.json')).toMatchObject({ ok: true, days: [{}] })
    expect(
      readCalendarFile(bytes('[{"date": "2024-10-32"}, {"date": "2024-10-01", "kind": "FREE"}, 7]'), 'x'),
    ).toMatchObject({
      ok: true,
      days: [],
      problems: [
        { row: 1, code: 'UNREADABLE_DATE' },
        { row: 2, code: 'UNKNOWN_WORD' },
        { row: 3, code: 'UNREADABLE_DATE' },
      ],
    })
    expect(readCalendarFile(bytes('{"days": '), 'x.json')).toMatchObject({ ok: false, problem: { code: 'CORRUPT' } })
  })

  it('names the row and column of what it cannot read, and leaves that row out', () => {
    const file = readCalendarFile(
      bytes('日期,类别,名称\n2024-02-30,放假,春节\n2024-02-10,放一天,春节\n2024-02-11,放假,\n'),
      'x.csv',
    )
    expect(file).toMatchObject({ ok: true, days: [] })
    expect(file.ok ? file.problems.map(({ row, column, code }) => [row, column, code]) : []).toEqual([
      [2, 'day', 'UNREADABLE_DATE'],
      [3, 'kind', 'UNKNOWN_WORD'],
      [4, 'name', 'MISSING'],
    ])
  })

  it('says what is no calendar', () => {
    expect(readCalendarFile(bytes(''), 'x.csv')).toMatchObject({ problem: { code: 'EMPTY' } })
    expect(readCalendarFile(bytes('姓名,工资\n王,1\n'), 'x.csv')).toMatchObject({ problem: { code: 'NO_TABLE' } })
  })

  it('reads its own template back', () => {
    const file = readCalendarFile(writeTemplate('日历', calendarColumns, 'en'), 'x.xlsx')
    expect(file).toEqual({ ok: true, problems: [], days: [{ day: '2024-10-01', kind: 'HOLIDAY', name: '国庆节' }] })
  })
})
