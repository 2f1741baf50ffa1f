import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { CONSEQUENCES } from '@shebao/premium'
import type { Consequence, Delay, Unfiled } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import type { RehearsedBill, RehearsedPayment } from './rehearse-month.ts'

interface BillLine {
  insurance: FiveInsurance
  employer: Fen
  personal: Fen
  lastEmployer: Fen
  lastPersonal: Fen
}
const BillLineType = builder.objectRef<BillLine>('RehearsedLine').implement({
  description: 'One insurance of the month by share, beside the last bill.',
  fields: (t) => ({
    insurance: t.expose('insurance', { type: InsuranceEnum }),
    employer: t.expose('employer', { type: 'Fen' }),
    personal: t.expose('personal', { type: 'Fen' }),
    lastEmployer: t.expose('lastEmployer', { type: 'Fen' }),
    lastPersonal: t.expose('lastPersonal', { type: 'Fen' }),
  }),
})

function linesOf({ next, last }: RehearsedBill): BillLine[] {
  return FIVE_INSURANCES.flatMap((insurance) => {
    const now = next.lines.find((line) => line.insurance === insurance)
    const before = last?.lines.find((line) => line.insurance === insurance)
    if (!now && !before) return []
    return [
      {
        insurance,
        employer: now?.employer ?? fen(0),
        personal: now?.personal ?? fen(0),
        lastEmployer: fen(Number(before?.employer ?? 0)),
        lastPersonal: fen(Number(before?.personal ?? 0)),
      },
    ]
  })
}

export const BillType = builder.objectRef<RehearsedBill>('RehearsedBill').implement({
  description: 'What the month costs, by the computation that writes its notice.',
  fields: (t) => ({
    people: t.int({ resolve: ({ next }) => next.people }),
    leavers: t.int({
      description: 'Of them, people whose insurance ends with this month: it is still owed.',
      resolve: ({ next }) => next.leavers,
    }),
    employerTotal: t.field({ type: 'Fen', resolve: ({ next }) => next.employerTotal }),
    personalTotal: t.field({ type: 'Fen', resolve: ({ next }) => next.personalTotal }),
    total: t.field({ type: 'Fen', resolve: ({ next }) => next.total }),
    lines: t.field({ type: [BillLineType], resolve: linesOf }),
    lastPeriod: t.field({ type: 'Period', nullable: true, resolve: ({ last }) => last?.period ?? null }),
    lastPeople: t.int({ nullable: true, resolve: ({ last }) => last?.people ?? null }),
    lastEmployerTotal: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ last }) => (last ? fen(Number(last.employerTotal)) : null),
    }),
    lastPersonalTotal: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ last }) => (last ? fen(Number(last.personalTotal)) : null),
    }),
    differenceBilled: t.expose('differenceBilled', {
      type: 'Fen',
      description: 'What months that are billed already cost more.',
    }),
    differenceCredited: t.expose('differenceCredited', { type: 'Fen' }),
    explanation: t.field({
      type: 'Explanation',
      description: 'Why it would cost that; NOTICE_LINE and NOTICE_SHARE are its figures.',
      resolve: ({ next }) => next.explanation,
    }),
  }),
})

export const PaymentType = builder.objectRef<RehearsedPayment>('RehearsedPayment').implement({
  description:
    'By when the month is paid and how the day was found: as its notice says, or as it would if it were issued as early as it can be.',
  fields: (t) => ({
    issuedOn: t.expose('issuedOn', { type: 'Date' }),
    dueDay: t.exposeInt('dueDay', { description: 'Day of the month that was counted with.' }),
    published: t.boolean({
      description: 'Whether the region has published that day.',
      resolve: ({ published }) => published !== undefined,
    }),
    nextMonth: t.exposeBoolean('nextMonth', { description: 'The month of issue would have left too little time.' }),
    day: t.expose('day', { type: 'Date', description: 'Before rest days.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'By the calendar of working days.' }),
    begun: t.exposeBoolean('begun', { description: 'Part or all is paid, or on its way.' }),
    noticeId: t.id({ nullable: true, resolve: ({ noticeId }) => noticeId ?? null }),
    noticeNumber: t.string({ nullable: true, resolve: ({ noticeNumber }) => noticeNumber ?? null }),
  }),
})

export const DelayType = builder.objectRef<Delay>('RehearsedDelay').implement({
  description: 'What paying so many days after the due date costs more (SIL 86).',
  fields: (t) => ({
    paidOn: t.expose('paidOn', { type: 'Date' }),
    days: t.exposeInt('days', { description: 'That count, by the rule of the region.' }),
    fee: t.expose('fee', { type: 'Fen' }),
    perDay: t.expose('perDay', { type: 'Fen' }),
    total: t.expose('total', { type: 'Fen', description: 'Premium and late fee.' }),
    explanation: t.field({ type: 'Explanation', resolve: ({ why }) => why }),
  }),
})

export const UnfiledType = builder.objectRef<Unfiled>('RehearsedNotFiled').implement({
  description: 'What not filing before the cut-off comes to.',
  fields: (t) => ({
    kind: t.field({
      type: builder.enumType('NotFiledKind', {
        description:
          'DEEMED: 110 % of the last declared month (SIL 62). AS_REGISTERED: billed by the register, the changes count a month later. BUREAU_AMOUNT_NEEDED: nothing was ever declared, the office sets an amount.',
        values: ['NO_OBLIGATION', 'AS_REGISTERED', 'DEEMED', 'BUREAU_AMOUNT_NEEDED', 'UNKNOWN'] as const,
      }),
      resolve: ({ kind }) => kind,
    }),
    amount: t.field({ type: 'Fen', nullable: true, resolve: (one) => ('amount' in one ? one.amount : null) }),
    more: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Against filing in time; below zero where it costs less.',
      resolve: (one) => ('more' in one ? (one.more ?? null) : null),
    }),
    basedOn: t.field({ type: 'Period', nullable: true, resolve: (one) => ('basedOn' in one ? one.basedOn : null) }),
    explanation: t.field({ type: 'Explanation', nullable: true, resolve: (one) => ('why' in one ? one.why : null) }),
  }),
})

export const ConsequenceType = builder.objectRef<Consequence>('DelayConsequence').implement({
  description: 'What the law attaches to being late.',
  fields: (t) => ({
    code: t.field({
      type: builder.enumType('DelayConsequenceCode', { values: CONSEQUENCES }),
      resolve: ({ code }) => code,
    }),
    articles: t.stringList({
      description: "'SIL 86', with the law's name in the derivations.",
      resolve: ({ articles }) => articles.map(({ law, article }) => `${law} ${article}`),
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day on which it comes by itself; null for what is ordered.',
      resolve: ({ from }) => from ?? null,
    }),
  }),
})
