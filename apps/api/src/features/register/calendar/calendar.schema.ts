import { civilDate } from '@shebao/kernel'
import { CALENDAR_DAY_KINDS, CALENDAR_PROBLEMS } from '@shebao/premium'
import type { CalendarDay, CalendarProblem } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { listCalendarYears } from './calendar.repository.ts'
import type { CalendarYearRow } from './calendar.repository.ts'
import { calendarRefusals, publishCalendarYear, readCalendarOutlook } from './publish-calendar.ts'
import type { CalendarOutlook, PublishedCalendar } from './publish-calendar.ts'
import { findMissingYear } from './working-calendar.ts'

const DayKindEnum = builder.enumType('CalendarDayKind', {
  description: 'HOLIDAY: a day off. MAKE_UP: a weekend day that is worked (调休上班).',
  values: CALENDAR_DAY_KINDS,
})
const ProblemEnum = builder.enumType('CalendarProblemCode', {
  description:
    'NO_DAYS: no holiday at all. DAY_TWICE. OTHER_YEAR: belongs to the table of another year. MAKE_UP_ON_WEEKDAY: only Saturdays and Sundays are made up for. STATUTORY_DAY_MISSING: off by law every year. MAKE_UP_MISSING: no worked weekend at all.',
  values: CALENDAR_PROBLEMS,
})
const LevelEnum = builder.enumType('CalendarProblemLevel', { values: ['ERROR', 'WARNING'] })
const RefusalEnum = builder.enumType('CalendarRefusal', {
  description:
    'NOT_FIT: it has errors. UNCHANGED: this is what is in force. STALE: somebody published this year meanwhile.',
  values: calendarRefusals,
})

const DayType = builder.objectRef<CalendarDay>('CalendarDay').implement({
  fields: (t) => ({
    day: t.field({ type: 'Date', resolve: ({ day }) => day }),
    kind: t.field({ type: DayKindEnum, resolve: ({ kind }) => kind }),
    name: t.exposeString('name'),
  }),
})

const YearType = builder.objectRef<CalendarYearRow>('CalendarYear').implement({
  description: 'Holidays and worked weekends of a year as published; later tables supersede it and it stays.',
  fields: (t) => ({
    id: t.exposeID('id'),
    year: t.exposeInt('year'),
    documentNo: t.exposeString('documentNo', { description: 'Number of the announcement.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    inForce: t.boolean({ resolve: ({ supersededBy }) => supersededBy === null }),
    days: t.field({ type: [DayType], resolve: ({ days }) => days }),
  }),
})

const ProblemType = builder.objectRef<CalendarProblem>('CalendarProblem').implement({
  fields: (t) => ({
    code: t.field({ type: ProblemEnum, resolve: ({ code }) => code }),
    level: t.field({ type: LevelEnum, resolve: ({ level }) => level }),
    day: t.field({ type: 'Date', nullable: true, resolve: ({ day }) => day }),
  }),
})

const OutlookType = builder.objectRef<CalendarOutlook>('CalendarOutlook').implement({
  description: 'What publishing a table would change. Nothing is written.',
  fields: (t) => ({
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => problems }),
    inForce: t.field({ type: YearType, nullable: true, resolve: ({ inForce }) => inForce }),
    added: t.field({ type: [DayType], resolve: ({ added }) => added }),
    removed: t.field({ type: [DayType], resolve: ({ removed }) => removed }),
    unchanged: t.exposeBoolean('unchanged'),
  }),
})

type Published = Extract<PublishedCalendar, { kind: 'PUBLISHED' }>
type Refused = Extract<PublishedCalendar, { kind: 'REFUSED' }>
const PublishedType = builder.objectRef<Published>('CalendarPublished').implement({
  fields: (t) => ({
    calendar: t.field({
      type: YearType,
      resolve: async ({ id, year }, _args, { platform }) =>
        (await listCalendarYears(platform, { year })).find((one) => one.id === id) ??
        Promise.reject(notFound('calendar')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('CalendarRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: RefusalEnum }),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => problems }),
  }),
})
const ResultType = builder.unionType('PublishCalendarResult', {
  types: [PublishedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'PUBLISHED' ? PublishedType : RefusedType),
})

const DayInput = builder.inputType('CalendarDayInput', {
  fields: (t) => ({
    day: t.field({ type: 'Date', required: true }),
    kind: t.field({ type: DayKindEnum, required: true }),
    name: t.string({ required: true, description: '1 to 40 characters.' }),
  }),
})

interface GivenDay {
  day: string
  kind: CalendarDay['kind']
  name: string
}
const daysOf = (given: readonly GivenDay[]): CalendarDay[] =>
  given.map(({ day, kind, name }) => ({ day: civilDate(day), kind, name: name.trim() }))

builder.queryFields((t) => ({
  calendarYears: t.field({
    description: 'Every published table, the latest year first, each before what it superseded.',
    type: [YearType],
    authScopes: { may: 'calendar:read' },
    resolve: (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'calendar:read')
      return listCalendarYears(platform)
    },
  }),
  missingCalendarYear: t.int({
    description:
      'The year whose table is missing: this one, or from October on the next. Bills that fall due in it cannot be issued.',
    nullable: true,
    authScopes: { may: 'calendar:read' },
    resolve: (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'calendar:read')
      return findMissingYear(platform)
    },
  }),
  calendarOutlook: t.field({
    description: 'What publishing these days as the table of a year would change, and what stands against it.',
    type: OutlookType,
    authScopes: { may: 'calendar:read' },
    args: { year: t.arg.int({ required: true }), days: t.arg({ type: [DayInput], required: true }) },
    resolve: (_root, { year, days }, { platform, viewer }) =>
      readCalendarOutlook(platform, viewer, { year, days: daysOf(days) }),
  }),
}))

builder.mutationFields((t) => ({
  publishCalendarYear: t.field({
    description: 'Publishes the table of a year with the number of its announcement; supersedes the one in force.',
    type: ResultType,
    authScopes: { may: 'calendar:publish' },
    args: {
      year: t.arg.int({ required: true }),
      documentNo: t.arg.string({ required: true, description: '2 to 100 characters.' }),
      days: t.arg({ type: [DayInput], required: true }),
      supersedes: t.arg.id({ description: 'The table that was in force when this was decided.' }),
    },
    resolve: (_root, { days, supersedes, ...args }, { platform, viewer, origin }) =>
      publishCalendarYear(platform, viewer, { ...args, days: daysOf(days), supersedes: supersedes ?? null }, origin),
  }),
}))
