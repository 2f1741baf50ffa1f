import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'

interface AnnouncedYear {
  documentNo: string
  /** Name, first and last day off. */
  holidays: readonly (readonly [string, string, string])[]
  /** Name and the weekend day worked for it. */
  worked: readonly (readonly [string, string])[]
}

/**
 * Holidays and worked weekends as the General Office of the State Council announced them, for the demo office and the tests.
 * A real office brings in its own file.
 */
const announced: Readonly<Record<number, AnnouncedYear>> = {
  2023: {
    documentNo: '国办发明电〔2022〕16号',
    holidays: [
      ['元旦', '2023-01-01', '2023-01-02'],
      ['春节', '2023-01-21', '2023-01-27'],
      ['清明节', '2023-04-05', '2023-04-05'],
      ['劳动节', '2023-04-29', '2023-05-03'],
      ['端午节', '2023-06-22', '2023-06-24'],
      ['中秋节、国庆节', '2023-09-29', '2023-10-06'],
    ],
    worked: [
      ['春节', '2023-01-28'],
      ['春节', '2023-01-29'],
      ['劳动节', '2023-04-23'],
      ['劳动节', '2023-05-06'],
      ['端午节', '2023-06-25'],
      ['中秋节、国庆节', '2023-10-07'],
      ['中秋节、国庆节', '2023-10-08'],
    ],
  },
  2024: {
    documentNo: '国办发明电〔2023〕7号',
    holidays: [
      ['元旦', '2024-01-01', '2024-01-01'],
      ['春节', '2024-02-10', '2024-02-17'],
      ['清明节', '2024-04-04', '2024-04-06'],
      ['劳动节', '2024-05-01', '2024-05-05'],
      ['端午节', '2024-06-10', '2024-06-10'],
      ['中秋节', '2024-09-15', '2024-09-17'],
      ['国庆节', '2024-10-01', '2024-10-07'],
    ],
    worked: [
      ['春节', '2024-02-04'],
      ['春节', '2024-02-18'],
      ['清明节', '2024-04-07'],
      ['劳动节', '2024-04-28'],
      ['劳动节', '2024-05-11'],
      ['中秋节', '2024-09-14'],
      ['国庆节', '2024-09-29'],
      ['国庆节', '2024-10-12'],
    ],
  },
  2025: {
    documentNo: '国办发明电〔2024〕12号',
    holidays: [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08'],
    ],
    worked: [
      ['春节', '2025-01-26'],
      ['春节', '2025-02-08'],
      ['劳动节', '2025-04-27'],
      ['国庆节、中秋节', '2025-09-28'],
      ['国庆节、中秋节', '2025-10-11'],
    ],
  },
  2026: {
    documentNo: '国办发明电〔2025〕7号',
    holidays: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    worked: [
      ['元旦', '2026-01-04'],
      ['春节', '2026-02-14'],
      ['春节', '2026-02-28'],
      ['劳动节', '2026-05-09'],
      ['国庆节', '2026-09-20'],
      ['国庆节', '2026-10-10'],
    ],
  },
}

/** Days that are off every year (全国年节及纪念日放假办法 2), for a demo office opened in a year announced after this release. */
const fixedDays = [
  ['元旦', '01-01', '01-01'],
  ['劳动节', '05-01', '05-02'],
  ['国庆节', '10-01', '10-03'],
] as const

const fixedYear = (year: number): AnnouncedYear => ({
  documentNo: '演示日历，非正式公布',
  holidays: fixedDays.map(([name, first, last]) => [name, `${year}-${first}`, `${year}-${last}`]),
  worked: [],
})

/** The bills of the last days of December fall due in January. */
const daysAhead = 14

/** The calendars of 2023 to 2026, and of later years as far as a demo office of today needs them at once. */
export async function seedCalendar(tools: SeedTools, today: string): Promise<void> {
  const ahead = new Date(`${today}T00:00:00Z`)
  ahead.setUTCDate(ahead.getUTCDate() + daysAhead)
  const last = Math.max(ahead.getUTCFullYear(), ...Object.keys(announced).map(Number))
  const years = Array.from({ length: last - 2022 }, (_, step) => {
    const year = 2023 + step
    return { id: crypto.randomUUID(), year, ...(announced[year] ?? fixedYear(year)) }
  })
  await bulkInsert(
    tools,
    'calendar_year',
    { id: 'uuid', year: 'int', document_no: 'text', content_hash: 'text', published_at: 'timestamp' },
    years.map(({ id, year, documentNo }) => ({
      id,
      year,
      document_no: documentNo,
      content_hash: `demo-${year}`,
      // A demo office that looks back to an earlier day has what was announced since as published on that day.
      published_at: `${[`${year - 1}-11-15`, today].toSorted()[0]}T02:00:00Z`,
    })),
  )
  await bulkInsert(
    tools,
    'calendar_day',
    { year_id: 'uuid', day: 'text', kind: 'text', name: 'text' },
    years.flatMap(({ id, holidays, worked }) => [
      ...holidays.flatMap(([name, first, lastDay]) =>
        daysFrom(first, lastDay).map((day) => ({ year_id: id, day, kind: 'HOLIDAY', name })),
      ),
      ...worked.map(([name, day]) => ({ year_id: id, day, kind: 'MAKE_UP', name })),
    ]),
  )
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (const day = new Date(`${first}T00:00:00Z`); ; day.setUTCDate(day.getUTCDate() + 1)) {
    days.push(day.toISOString().slice(0, 10))
    if (days.at(-1) === last) return days
  }
}
