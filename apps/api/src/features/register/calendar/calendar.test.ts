import { civilDate } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { CalendarMissing, findMissingYear, moveOffRestDay } from './working-calendar.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const head = staffViewer(['HEAD'])
const announced = [
  { day: '2027-01-01', kind: 'HOLIDAY', name: '元旦' },
  { day: '2027-02-06', kind: 'MAKE_UP', name: '春节' },
  { day: '2027-10-01', kind: 'HOLIDAY', name: '国庆节' },
]

const never = (): never => {
  throw new Error('no answer')
}

interface Answer {
  reason?: string
  problems?: { code: string; level: string; day: string | null }[]
  calendar?: { id: string; year: number; inForce: boolean; days: object[] }
}

async function publish(viewer: Viewer | undefined, given: Record<string, unknown> = {}) {
  const source = `mutation ($year: Int!, $documentNo: String!, $days: [CalendarDayInput!]!, $supersedes: ID) {
    publishCalendarYear(year: $year, documentNo: $documentNo, days: $days, supersedes: $supersedes) {
      ... on CalendarPublished { calendar { id year inForce days { day } } }
      ... on CalendarRefused { reason problems { code level day } } } }`
  const input = { year: 2027, documentNo: '国办发明电〔2026〕1号', days: announced, ...given }
  const { data, errors } = await ask(platform, viewer, source, input)
  return { ...(data['publishCalendarYear'] as Answer | undefined), errors }
}

describe('working days as data', () => {
  it('moves a day off holidays and weekends, and not off a worked weekend', async () => {
    const moved = (day: string) => moveOffRestDay(platform, civilDate(day))
    // 1 to 7 October 2024 were off; Saturday the 12th was worked.
    expect(await moved('2024-10-01')).toBe('2024-10-08')
    expect(await moved('2024-10-12')).toBe('2024-10-12')
    expect(await moved('2024-08-31')).toBe('2024-09-02')
  })

  it('names the year that nobody published instead of guessing', async () => {
    await expect(moveOffRestDay(platform, civilDate('2027-01-02'))).rejects.toThrow(CalendarMissing)
    await expect(moveOffRestDay(platform, civilDate('2026-12-31'))).resolves.toBe('2026-12-31')
  })

  it('warns of next year from October on, and of this year at any time', async () => {
    const missing = async (now: string) => {
      platform.clock.set(now)
      return findMissingYear(platform)
    }
    expect(await missing('2026-09-30T23:59:00+08:00')).toBeNull()
    expect(await missing('2026-10-01T00:00:00+08:00')).toBe(2027)
    expect(await missing('2028-03-01T00:00:00+08:00')).toBe(2028)
    platform.clock.set('2026-11-23T10:00:00+08:00')
  })

  it('shows what a table would change before it is published', async () => {
    const source = `query ($days: [CalendarDayInput!]!) { calendarOutlook(year: 2026, days: $days) {
      unchanged inForce { documentNo } added { day } removed { day } problems { code level day } } }`
    const days = [
      { day: '2026-01-01', kind: 'HOLIDAY', name: '元旦' },
      { day: '2026-03-04', kind: 'MAKE_UP', name: '?' },
      { day: '2027-01-01', kind: 'HOLIDAY', name: '元旦' },
    ]
    const { data } = await ask(platform, staffViewer(['AUDITOR']), source, { days })
    const outlook: { added: object[]; removed: object[]; problems: object[] } = data['calendarOutlook'] ?? never()
    expect(outlook).toMatchObject({ unchanged: false, inForce: { documentNo: '国办发明电〔2025〕7号' } })
    expect(outlook.added).toEqual([{ day: '2026-03-04' }, { day: '2027-01-01' }])
    expect(outlook.removed.length).toBeGreaterThan(30)
    expect(outlook.problems).toEqual([
      { code: 'MAKE_UP_ON_WEEKDAY', level: 'ERROR', day: '2026-03-04' },
      { code: 'OTHER_YEAR', level: 'ERROR', day: '2027-01-01' },
      { code: 'STATUTORY_DAY_MISSING', level: 'WARNING', day: '2026-05-01' },
      { code: 'STATUTORY_DAY_MISSING', level: 'WARNING', day: '2026-10-01' },
      { code: 'STATUTORY_DAY_MISSING', level: 'WARNING', day: '2026-10-02' },
    ])
  })
})

describe('publishing a year', () => {
  it('is the head’s, with the number of an announcement and a table that is fit', async () => {
    for (const role of ['OFFICER', 'REVIEWER', 'AUDITOR'] as const)
      expect((await publish(staffViewer([role]))).errors).toEqual(['FORBIDDEN'])
    expect((await publish(employerViewer(crypto.randomUUID()))).errors).toEqual(['FORBIDDEN'])
    expect((await publish(undefined)).errors).toEqual(['UNAUTHENTICATED'])
    expect((await publish(head, { documentNo: ' ' })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await publish(head, { days: [] })).problems).toContainEqual({ code: 'NO_DAYS', level: 'ERROR', day: null })
    expect((await publish(head, { days: [...announced, announced[0]] })).reason).toBe('NOT_FIT')
  })

  it('answers for the year at once, keeps what it supersedes, and refuses who decided on another table', async () => {
    const first = await publish(head)
    expect(first.calendar).toMatchObject({ year: 2027, inForce: true, days: [{}, {}, {}] })
    expect(await moveOffRestDay(platform, civilDate('2027-01-01'))).toBe('2027-01-04')
    expect(await findMissingYear(platform)).toBeNull()
    expect((await publish(head, { supersedes: first.calendar?.id })).reason).toBe('UNCHANGED')
    expect((await publish(head)).reason).toBe('STALE')
    const days = [...announced, { day: '2027-01-04', kind: 'HOLIDAY', name: '元旦' }]
    const second = await publish(head, { supersedes: first.calendar?.id, days })
    expect(second.calendar).toMatchObject({ year: 2027, inForce: true })
    expect(await moveOffRestDay(platform, civilDate('2027-01-01'))).toBe('2027-01-05')
    const { data } = await ask(platform, head, '{ calendarYears { year inForce } }')
    const years: object[] = data['calendarYears'] ?? never()
    expect(years.slice(0, 3)).toEqual([
      { year: 2027, inForce: true },
      { year: 2027, inForce: false },
      { year: 2026, inForce: true },
    ])
    const entries = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CALENDAR_PUBLISHED' } })
    expect(entries.map(({ role, change }) => [role, change])).toEqual([
      ['HEAD', expect.objectContaining({ year: 2027, days: 3, supersedes: null })],
      ['HEAD', expect.objectContaining({ year: 2027, days: 4, supersedes: first.calendar?.id })],
    ])
  })

  it('is not undone or edited, not even in the database', async () => {
    const { database } = platform
    await expect(database.query({ text: `UPDATE calendar_day SET kind = 'MAKE_UP'` })).rejects.toThrow('append-only')
    await expect(database.query({ text: 'DELETE FROM calendar_year' })).rejects.toThrow('append-only')
  })
})
