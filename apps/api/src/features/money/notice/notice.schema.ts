import { noticeKinds, noticeStatuses } from './notice-codes.ts'
import { amountInCapitals, fen, FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { amountDue } from '../settlement/index.ts'
import type { AmountDue } from '../settlement/index.ts'
import { countLeavers, readDeemedBasis } from '../assessment/index.ts'
import { listLines } from './notice.repository.ts'
import type { NoticeLineRow, NoticeRow } from './notice.repository.ts'
import { PremiumPaymentType } from '../month/index.ts'
import { overdueDays } from './overdue-days.ts'
import { readNoticePeople } from './read-notice.ts'
import type { NoticePerson } from './read-notice.ts'
import type { Platform } from '../../../platform/platform.ts'

const NoticeStatusEnum = builder.enumType('PaymentNoticeStatus', {
  description:
    'SENT_TO_BANK: a payment is under way. PARTIALLY_PAID: money came that did not settle it. POSTED: settled, and every person’s month is paid. RECONCILED: the day of its payment is closed. WRITTEN_OFF: given up on a document (ACL 40).',
  values: noticeStatuses,
})
const NoticeKindEnum = builder.enumType('PaymentNoticeKind', {
  description:
    'DIFFERENCE: parameters came after the month was billed (no late fee), or a declaration above the deemed amount. DEEMED: the month was not declared and costs 110 % of the last declared one (SIL 62, R259 10).',
  values: noticeKinds,
})
const money = (value: bigint) => fen(Number(value))

const NoticeLineType = builder.objectRef<NoticeLineRow>('PaymentNoticeLine').implement({
  description: 'One insurance of a payment notice: the sum of the people’s rounded lines.',
  fields: (t) => ({
    insurance: t.field({
      type: InsuranceEnum,
      resolve: ({ insurance }) => oneOf(FIVE_INSURANCES, insurance, 'insurance'),
    }),
    people: t.exposeInt('people'),
    base: t.field({ type: 'Fen', description: 'Sum of the bases.', resolve: ({ base }) => money(base) }),
    employer: t.field({ type: 'Fen', resolve: ({ employer }) => money(employer) }),
    personal: t.field({ type: 'Fen', resolve: ({ personal }) => money(personal) }),
  }),
})

const NoticePersonType = builder.objectRef<NoticePerson>('NoticePerson').implement({
  personal: noted('READ_NOTICE_PEOPLE'),
  description: 'One person on a notice. Names are in full for the employer, masked for staff.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    idMasked: t.exposeString('idMasked'),
    premium: t.field({ type: PremiumPaymentType, resolve: ({ month }) => month }),
  }),
})

export const NoticePeopleConnection = builder.connectionObject({
  type: NoticePersonType,
  name: 'NoticePeopleConnection',
})

/** The same notice asks for its amount several times in one operation. */
const dueOf = new WeakMap<NoticeRow, Promise<AmountDue>>()
function due(platform: Platform, notice: NoticeRow): Promise<AmountDue> {
  const known = dueOf.get(notice) ?? amountDue(platform, notice, platform.clock.today())
  dueOf.set(notice, known)
  return known
}

export const PaymentNoticeType = builder.objectRef<NoticeRow>('PaymentNotice').implement({
  description:
    'What an employer owes for one month (缴费通知单). While it is unpaid, the late fee and the total are those of today.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    kind: t.field({ type: NoticeKindEnum, resolve: ({ kind }) => oneOf(noticeKinds, kind, 'noticeKind') }),
    deemedFrom: t.field({
      type: 'Period',
      nullable: true,
      description: 'DEEMED: the last declared month, 110 % of which this one costs.',
      resolve: (notice) => readDeemedBasis(notice)?.period ?? null,
    }),
    declaredSince: t.boolean({
      description: 'DEEMED: a declaration came since and settled it, by a credit or a supplement. False otherwise.',
      resolve: ({ kind, declarationId }) => kind === 'DEEMED' && declarationId !== null,
    }),
    status: t.field({ type: NoticeStatusEnum, resolve: ({ status }) => oneOf(noticeStatuses, status, 'noticeStatus') }),
    overdue: t.boolean({
      description: 'The due date has gone by and the notice is neither paid nor written off.',
      resolve: (notice, _args, { platform }) => overdueDays(notice, platform.clock.today()) > 0,
    }),
    overdueDays: t.int({
      description: 'Days since the due date while it is overdue; 0 otherwise.',
      resolve: (notice, _args, { platform }) => overdueDays(notice, platform.clock.today()),
    }),
    people: t.exposeInt('people'),
    leavers: t.int({
      description: 'Of a month’s ordinary notice, people whose insurance ends with the month: it is still owed (M20).',
      complexity: 5,
      resolve: ({ kind, employerId, period }, _args, { platform }) =>
        kind === 'NORMAL' ? countLeavers(platform, { employerId, period }) : 0,
    }),
    issuedOn: t.field({ type: 'Date', resolve: ({ issuedOn }) => issuedOn }),
    dueOn: t.field({
      type: 'Date',
      description: 'Last day on which paying is not late.',
      resolve: ({ dueOn }) => dueOn,
    }),
    postedOn: t.field({ type: 'Date', nullable: true, resolve: ({ postedOn }) => postedOn }),
    employerTotal: t.field({ type: 'Fen', resolve: (notice) => money(notice.employerTotal) }),
    personalTotal: t.field({ type: 'Fen', resolve: (notice) => money(notice.personalTotal) }),
    lateFee: t.field({
      type: 'Fen',
      description: 'Borne by the employer, never by the people (SIL 86).',
      resolve: async (notice, _args, { platform }) => (await due(platform, notice)).lateFee,
    }),
    total: t.field({
      type: 'Fen',
      resolve: async (notice, _args, { platform }) => (await due(platform, notice)).total,
    }),
    totalInCapitals: t.string({
      description: 'The total in Chinese financial capitals.',
      resolve: async (notice, _args, { platform }) => amountInCapitals((await due(platform, notice)).total),
    }),
    lines: t.field({
      type: [NoticeLineType],
      description: 'At most one for each of the five insurances.',
      complexity: { multiplier: 5 },
      resolve: ({ id }, _args, { platform }) => listLines(platform, id),
    }),
    insured: t.field({
      authScopes: { may: 'notice:read' },
      description: 'Everyone on the notice, 50 at a time unless `first` (1-100) says otherwise.',
      type: NoticePeopleConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      complexity: pageComplexity,
      resolve: async (notice, args, context) => {
        const { platform, viewer } = context
        if (!viewer) throw unauthenticated()
        return keysetPage(await readNoticePeople(platform, viewer, notice, args, context), args, ({ id }) => [id])
      },
    }),
  }),
})

export const PaymentNoticeConnection = builder.connectionObject({
  type: PaymentNoticeType,
  name: 'PaymentNoticeConnection',
})
