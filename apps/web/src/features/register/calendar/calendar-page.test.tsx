import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  CalendarOutlookDocument,
  CalendarYearsDocument,
  MissingCalendarYearDocument,
  PublishCalendarYearDocument,
} from './calendar.generated.ts'
import { CalendarPage } from './calendar-page.tsx'

const day = (date: string, kind: 'HOLIDAY' | 'MAKE_UP' = 'HOLIDAY') => ({
  __typename: 'CalendarDay' as const,
  day: date,
  kind,
  name: '国庆节',
})

const outlook = {
  __typename: 'CalendarOutlook' as const,
  unchanged: false,
  inForce: null,
  added: [day('2027-10-01')],
  removed: [],
  problems: [],
}

function show(viewer = staffWith('HEAD'), problems: typeof outlook.problems = []) {
  return showPage(<CalendarPage />, {
    viewer,
    answers: [
      answer(CalendarYearsDocument, {
        calendarYears: [
          {
            __typename: 'CalendarYear',
            id: 'c1',
            year: 2026,
            documentNo: '国办发明电〔2025〕7号',
            publishedAt: '2025-11-05T02:00:00.000Z',
            inForce: true,
            days: [day('2026-10-01'), day('2026-10-02'), day('2026-10-10', 'MAKE_UP')],
          },
        ],
      }),
      answer(MissingCalendarYearDocument, { missingCalendarYear: 2027 }),
      answer(CalendarOutlookDocument, { calendarOutlook: { ...outlook, problems } }),
      answer(PublishCalendarYearDocument, {
        publishCalendarYear: {
          __typename: 'CalendarPublished',
          calendar: { __typename: 'CalendarYear', id: 'c2', year: 2027 },
        },
      }),
    ],
  })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const file = new File(['日期,类别,名称\n2027-10-01,放假,国庆节\n'], '2027.csv')

describe('the calendar page', () => {
  it('shows holidays as stretches and warns of the year that is missing', async () => {
    const { container } = show()
    expect(await screen.findByText('10月1日至10月2日')).toBeTruthy()
    expect(await screen.findByText(/2027年的工作日历尚未公布/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('publishes a file only with a document number and after its consequence was read', async () => {
    const { user, askedOf } = show()
    await user.upload(await screen.findByLabelText('日历文件'), file)
    // The reader is loaded with the first file.
    const publish = await screen.findByRole('button', { name: '公布2027年日历' }, { timeout: 20_000 })
    await user.click(publish)
    expect(await screen.findByText(/请填写公布这些日子的文件号/)).toBeTruthy()
    await user.type(screen.getByLabelText('放假通知文号'), '国办发明电〔2026〕1号')
    await user.click(publish)
    expect(await screen.findByText(/放假 1 天、调休上班 0 天/)).toBeTruthy()
    expect(askedOf('PublishCalendarYear')).toEqual([])
    await user.click(screen.getAllByRole('button', { name: '公布2027年日历' }).at(-1) ?? publish)
    expect(await screen.findByText('2027年工作日历已公布。')).toBeTruthy()
    expect(askedOf('PublishCalendarYear')).toEqual([
      {
        year: 2027,
        documentNo: '国办发明电〔2026〕1号',
        days: [{ day: '2027-10-01', kind: 'HOLIDAY', name: '国庆节' }],
        supersedes: null,
      },
    ])
  })

  it('is read only for everybody but the head', async () => {
    show(staffWith('OFFICER'))
    expect(await screen.findByText('由负责人公布。')).toBeTruthy()
    expect(screen.queryByLabelText('日历文件')).toBeNull()
  })
})
