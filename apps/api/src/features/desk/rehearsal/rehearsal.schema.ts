import { consequencesOfDelay, DELAY_DAYS_AT_MOST, delayOf } from '@shebao/premium'
import { badInput } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { DeclarationType, findInspection, inspectionWindow, windowState } from '../../filing/declaration/index.ts'
import type { DeclarationRow, InspectionWindow } from '../../filing/declaration/index.ts'
import { MonthlyDeclarationType } from '../../filing/monthly/index.ts'
import { getOfficeOf } from '../../register/employer/index.ts'
import { BillType, ConsequenceType, DelayType, PaymentType, UnfiledType } from './rehearsal-parts.schema.ts'
import { cutOffOf, rehearsalStandings, rehearsedMonths, rehearseMonth } from './rehearse-month.ts'
import type { MonthRehearsal } from './rehearse-month.ts'

interface RehearsedInspection extends InspectionWindow {
  state: ReturnType<typeof windowState>
  declaration: DeclarationRow | null
}
const InspectionType = builder.objectRef<RehearsedInspection>('RehearsedInspection').implement({
  description: 'The annual inspection: until when, and what is missing of it.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    opensOn: t.expose('opensOn', { type: 'Date' }),
    closesOn: t.expose('closesOn', { type: 'Date' }),
    open: t.boolean({ resolve: ({ state }) => state === 'OPEN' }),
    declaration: t.field({ type: DeclarationType, nullable: true, resolve: ({ declaration }) => declaration }),
  }),
})

const MonthEnum = builder.enumType('RehearsedMonth', {
  description:
    'OPEN: the month that is declared now. NEXT: the one after, with the changes of the open one as they stand.',
  values: rehearsedMonths,
})
const RehearsalType = builder.objectRef<MonthRehearsal>('DeadlineRehearsal').implement({
  description: 'A month filed today as a dry run. Nothing is written.',
  fields: (t) => ({
    today: t.field({ type: 'Date', resolve: ({ window }) => window.today }),
    month: t.expose('month', { type: MonthEnum }),
    period: t.field({ type: 'Period', resolve: ({ window }) => window.open }),
    monthlySelf: t.boolean({ resolve: ({ window }) => window.mode === 'MONTHLY_SELF' }),
    cutOffDay: t.int({ nullable: true, resolve: ({ window }) => window.cutOffDay ?? null }),
    fileBy: t.field({ type: 'Date', description: 'Last day on which it is taken.', resolve: cutOffOf }),
    standing: t.expose('standing', {
      type: builder.enumType('RehearsalStanding', {
        description:
          'NOT_BEGUN: there is no draft. INCOMPLETE: the bill is that of the register, without the changes. HANDED_IN: with the office, or accepted.',
        values: rehearsalStandings,
      }),
    }),
    declaration: t.field({
      type: MonthlyDeclarationType,
      nullable: true,
      description: 'Of the open month; its `judgement` says what is missing.',
      resolve: ({ declaration }) => declaration ?? null,
    }),
    bill: t.field({ type: BillType, nullable: true, resolve: ({ bill }) => bill ?? null }),
    payment: t.field({
      type: PaymentType,
      nullable: true,
      resolve: ({ payment }) => ('missingCalendar' in payment ? null : payment),
    }),
    missingCalendar: t.int({
      nullable: true,
      description: 'The due date falls into this year, whose working days have not been published.',
      resolve: ({ payment }) => ('missingCalendar' in payment ? payment.missingCalendar : null),
    }),
    principal: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What may be paid late; null without bill or day, and once part of it is paid.',
      resolve: ({ debt }) => debt?.principal ?? null,
    }),
    settledMonthRule: t.boolean({
      description: 'Late days count from the month after, not from the due date.',
      resolve: ({ debt }) => debt?.rule === 'SETTLED_MONTH',
    }),
    feeCapped: t.boolean({
      description: 'The late fee never exceeds the premium.',
      resolve: ({ debt }) => debt?.cap === 'PRINCIPAL',
    }),
    delay: t.field({
      type: DelayType,
      nullable: true,
      args: {
        days: t.arg.int({ required: true, description: `Days after the due date, 0 to ${DELAY_DAYS_AT_MOST}.` }),
      },
      resolve: ({ debt }, { days }) => {
        if (days < 0 || days > DELAY_DAYS_AT_MOST) throw badInput('days', `Between 0 and ${DELAY_DAYS_AT_MOST}.`)
        return debt ? delayOf(debt, days) : null
      },
    }),
    notFiled: t.field({
      type: UnfiledType,
      nullable: true,
      description: 'Null once it is filed.',
      resolve: ({ unfiled }) => unfiled ?? null,
    }),
    consequences: t.field({
      type: [ConsequenceType],
      resolve: (one) =>
        'missingCalendar' in one.payment
          ? []
          : consequencesOfDelay({ mode: one.window.mode, cutOff: cutOffOf(one), due: one.payment.dueOn }),
    }),
    inspection: t.field({
      type: InspectionType,
      resolve: async ({ employer, window: { today } }, _args, { platform }) => {
        const window = inspectionWindow(await getOfficeOf(platform, employer), today)
        const declaration = await findInspection(platform, employer.id, window.year)
        return { ...window, state: windowState(window, today), declaration }
      },
    }),
  }),
})

builder.queryField('deadlineRehearsal', (t) =>
  t.field({
    type: RehearsalType,
    authScopes: { may: 'draft:read' },
    complexity: 500,
    description:
      'Of the employer who asks: the open month, or the next, filed today as it stands. What is missing, what it costs, by when, and what delay adds.',
    args: { month: t.arg({ type: MonthEnum, description: 'The one that is to be done next when left out.' }) },
    resolve: (_root, { month }, { platform, viewer }) => rehearseMonth(platform, viewer, month ?? undefined),
  }),
)
