import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, workingDaysBetween } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { FineInput, FineInputOf, FineStanding } from './fine-input.ts'
import { fineLimits } from './fine.lifecycle.ts'
import type { FineGuard, FineState } from './fine.lifecycle.ts'

/** Everything a guard of a fine may ask. Fen. */
export interface FineFacts {
  readonly state: FineState
  readonly standing: FineStanding
  readonly input: FineInput
  /** What was owed of premiums when the order ran out. */
  readonly arrears: number
  readonly openedOn: CivilDate
  readonly today: CivilDate
  readonly calendar: PreparedCalendar
  /** Scans that come with the step. */
  readonly scans: number
}

export interface FineProblem {
  readonly code: FineGuard
  readonly law: string
  /** From when it would hold, or until when it would have. */
  readonly day?: CivilDate
  /** Fen: the most it may be, or what it must be. */
  readonly amount?: number
}
type Verdict = boolean | Partial<Omit<FineProblem, 'code'>>

export const boundsOf = (arrears: number) => ({ least: arrears * fineLimits.least, most: arrears * fineLimits.most })
/** Its last day to be decided (APL 60). */
export const decideBy = (openedOn: string) => addDays(civilDate(openedOn), fineLimits.decideDays)

const holds: Record<FineGuard, (facts: FineFacts) => Verdict> = {
  IN_BOUNDS: ({ input, arrears }) => {
    const { least, most } = boundsOf(arrears)
    return ('amount' in input && input.amount >= least && input.amount <= most) || { amount: most }
  },
  // APL 45: whoever states their case is not fined more for it; so that nobody is who was told of less.
  NOT_HEAVIER: ({ input, standing: { notice } }) =>
    ('amount' in input && notice !== undefined && input.amount <= notice.amount) || { amount: notice?.amount ?? 0 },
  NOT_SERVED_YET: (facts) => paperOf(facts) !== undefined && paperOf(facts)?.service === undefined,
  SERVICE_DAY_FITS: (facts) => {
    const { input, today } = facts
    const signed = paperOf(facts)?.on
    if (!('servedOn' in input) || signed === undefined) return false
    return (input.servedOn >= signed && input.servedOn <= today) || { day: civilDate(signed) }
  },
  SCAN_HANDED_IN: ({ scans }) => scans > 0,
  HEARING_IN_TIME: ({ input, standing: { notice }, today }) => {
    const last = notice?.endsOn
    const late = input.event === 'STATE_CASE' && input.hearing && last !== undefined && today > last
    return !late || { day: civilDate(last) }
  },
  SOMETHING_STATED: ({ standing: { stated } }) => stated.some(({ answer }) => answer === undefined),
  HEARING_WANTED: ({ standing: { stated, hearing } }) =>
    hearing?.record === undefined && stated.some(({ hearing: wanted }) => wanted),
  SEVEN_DAYS_AHEAD: ({ input, today, calendar }) => {
    const first = addWorkingDays(calendar, today, fineLimits.callDays)
    return (
      (input.event === 'CALL_HEARING' &&
        input.hearingOn > today &&
        workingDaysBetween(calendar, today, civilDate(input.hearingOn)) >= fineLimits.callDays) || { day: first }
    )
  },
  HEARING_CALLED: ({ standing: { hearing }, today }) => {
    if (!hearing || hearing.record !== undefined) return false
    return today >= hearing.on || { day: civilDate(hearing.on) }
  },
  NOTICE_SERVED: ({ standing: { notice } }) => notice?.service !== undefined,
  NOTICE_TERM_OVER: ({ standing: { notice }, today }) => {
    if (!notice?.endsOn) return false
    return today > notice.endsOn || { day: addDays(civilDate(notice.endsOn), 1) }
  },
  HEARD: ({ standing: { stated, hearing } }) =>
    stated.every(({ answer }) => answer !== undefined) &&
    (!stated.some(({ hearing: wanted }) => wanted) || hearing?.record !== undefined),
  WHOLE_FINE: ({ input, standing: { decision } }) =>
    (input.event === 'RECEIVE_FINE' && input.amount === decision?.amount) || { amount: decision?.amount ?? 0 },
  VALUE_DAY_FITS: ({ input, standing: { decision }, today }) =>
    input.event === 'RECEIVE_FINE' &&
    decision !== undefined &&
    ((input.valueDate <= today && input.valueDate >= decision.on) || { day: civilDate(decision.on) }),
  NINETY_DAYS_OVER: ({ openedOn, today }) => today > decideBy(openedOn) || { day: addDays(decideBy(openedOn), 1) },
}

const lawOf: Record<FineGuard, string> = {
  IN_BOUNDS: 'SIL 86',
  NOT_HEAVIER: 'APL 45',
  NOT_SERVED_YET: 'APL 61',
  SERVICE_DAY_FITS: 'APL 61',
  SCAN_HANDED_IN: 'APL 47',
  HEARING_IN_TIME: 'APL 64',
  SOMETHING_STATED: 'APL 45',
  HEARING_WANTED: 'APL 63',
  SEVEN_DAYS_AHEAD: 'APL 64',
  HEARING_CALLED: 'APL 64',
  NOTICE_SERVED: 'APL 44',
  NOTICE_TERM_OVER: 'APL 64',
  HEARD: 'APL 45, 65',
  WHOLE_FINE: 'APL 67',
  VALUE_DAY_FITS: 'APL 67',
  NINETY_DAYS_OVER: 'APL 60',
}

/** The paper that a receipt of service is about. */
function paperOf({ standing, input }: FineFacts): { on: string; service?: unknown } | undefined {
  if (input.event === 'SERVE_FINE_NOTICE') return standing.notice
  return input.event === 'SERVE_FINE_DECISION' ? standing.decision : undefined
}

const judge =
  (code: FineGuard) =>
  (facts: FineFacts): readonly FineProblem[] => {
    const verdict = holds[code](facts)
    return verdict === true ? [] : [{ code, law: lawOf[code], ...(verdict === false ? {} : verdict) }]
  }
export const fineGuards: Readonly<Record<FineGuard, (facts: FineFacts) => readonly FineProblem[]>> = {
  IN_BOUNDS: judge('IN_BOUNDS'),
  NOT_HEAVIER: judge('NOT_HEAVIER'),
  NOT_SERVED_YET: judge('NOT_SERVED_YET'),
  SERVICE_DAY_FITS: judge('SERVICE_DAY_FITS'),
  SCAN_HANDED_IN: judge('SCAN_HANDED_IN'),
  HEARING_IN_TIME: judge('HEARING_IN_TIME'),
  SOMETHING_STATED: judge('SOMETHING_STATED'),
  HEARING_WANTED: judge('HEARING_WANTED'),
  SEVEN_DAYS_AHEAD: judge('SEVEN_DAYS_AHEAD'),
  HEARING_CALLED: judge('HEARING_CALLED'),
  NOTICE_SERVED: judge('NOTICE_SERVED'),
  NOTICE_TERM_OVER: judge('NOTICE_TERM_OVER'),
  HEARD: judge('HEARD'),
  WHOLE_FINE: judge('WHOLE_FINE'),
  VALUE_DAY_FITS: judge('VALUE_DAY_FITS'),
  NINETY_DAYS_OVER: judge('NINETY_DAYS_OVER'),
}

type Service = Pick<FineInputOf<'SERVE_FINE_NOTICE'>, 'servedOn' | 'way' | 'servedTo'>
const serviceOf = ({ servedOn: on, way, servedTo: to }: Service) => ({ on, way, to })

/** What the case holds once the step is taken. */
export function afterFineStep({ standing, input, today: on, calendar }: FineFacts): FineStanding {
  const { notice, stated, hearing, decision } = standing
  switch (input.event) {
    case 'NOTIFY_FINE':
      return { ...standing, notice: { on, amount: input.amount, reasons: input.reasons } }
    case 'SERVE_FINE_NOTICE': {
      const endsOn = addWorkingDays(calendar, civilDate(input.servedOn), fineLimits.hearingDays)
      return notice ? { ...standing, notice: { ...notice, service: serviceOf(input), endsOn } } : standing
    }
    case 'STATE_CASE':
      return { ...standing, stated: [...stated, { on, text: input.text, hearing: input.hearing }] }
    case 'ANSWER_CASE':
      return {
        ...standing,
        stated: stated.map((each) => (each.answer === undefined ? { ...each, answer: input.answer } : each)),
      }
    case 'CALL_HEARING':
      return { ...standing, hearing: { calledOn: on, on: input.hearingOn, place: input.place } }
    case 'HOLD_HEARING':
      return hearing ? { ...standing, hearing: { ...hearing, record: input.record } } : standing
    case 'DECIDE_FINE':
      return { ...standing, decision: { on, amount: input.amount, reasons: input.reasons, review: input.review } }
    case 'SERVE_FINE_DECISION': {
      const payBy = addDays(civilDate(input.servedOn), fineLimits.payDays)
      return decision ? { ...standing, decision: { ...decision, service: serviceOf(input), payBy } } : standing
    }
    case 'RECEIVE_FINE':
      return {
        ...standing,
        received: { amount: input.amount, valueDate: input.valueDate, reference: input.reference },
      }
    case 'DROP_FINE':
      return { ...standing, ended: { on, reasons: input.reasons } }
    case 'REVOKE_FINE':
      return { ...standing, ended: { on, reasons: input.reasons, documentNo: input.documentNo } }
    case 'LAPSE_FINE':
      return standing
  }
}

/** Until when what comes next has to be done. */
export function fineDueBy(
  state: FineState,
  { decision }: FineStanding,
  openedOn: string,
  calendar: PreparedCalendar,
): CivilDate | undefined {
  if (state === 'PROPOSED' || state === 'NOTICED') return decideBy(openedOn)
  if (state !== 'DECIDED' || !decision) return undefined
  return decision.payBy
    ? civilDate(decision.payBy)
    : addWorkingDays(calendar, civilDate(decision.on), fineLimits.serveDays)
}
