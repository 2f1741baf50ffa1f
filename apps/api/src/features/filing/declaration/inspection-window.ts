import { z } from 'zod'
import type { OfficeRow } from '../../register/employer/index.ts'

/** When the annual inspection of one year may be submitted, both days included. */
export interface InspectionWindow {
  year: number
  opensOn: string
  closesOn: string
}

export type WindowState = 'NOT_OPEN' | 'OPEN' | 'CLOSED'

const monthAndDay = /^\d{4}-\d{2}-\d{2}$/
const settings = z.object({
  inspection: z
    .object({
      opensOn: z.string().regex(monthAndDay),
      closesOn: z.string().regex(monthAndDay),
    })
    .optional(),
})

/**
 * The office's window in the year of `today`. The days set for one year hold in the next until the office sets others
 * [PD]; without any setting the window is the whole year.
 */
export function inspectionWindow(office: Pick<OfficeRow, 'settings'>, today: string): InspectionWindow {
  const year = Number(today.slice(0, 4))
  const set = settings.safeParse(office.settings).data?.inspection
  if (!set) return { year, opensOn: `${year}-01-01`, closesOn: `${year}-12-31` }
  const inYear = (date: string) => `${year}${date.slice(4)}`
  return { year, opensOn: inYear(set.opensOn), closesOn: inYear(set.closesOn) }
}

export function windowState(window: { opensOn: string; closesOn: string }, today: string): WindowState {
  if (today < window.opensOn) return 'NOT_OPEN'
  return today > window.closesOn ? 'CLOSED' : 'OPEN'
}

/**
 * Whether it is late (逾期): its last day has passed and nothing was handed in by then. What came in time once stays in time
 * while it is corrected [PD].
 */
export function isOverdue(dueOn: string, firstSubmittedOn: string | undefined, today: string): boolean {
  return (firstSubmittedOn ?? today) > dueOn
}

/**
 * What is late is still taken, and marked: the duty to declare does not end with the window (SIL 62, R259 10). Once the year is
 * over the next inspection asks for the same people, and this one is no longer taken [PD].
 */
export function isTakenLate({ year }: { year: number }, today: string): boolean {
  return Number(today.slice(0, 4)) <= year
}
