import { fen } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { noteRead } from '../../../access/note-read.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { readWatchedYear } from './read-watch.ts'
import type { WatchedMonth } from './read-watch.ts'
import { watchStatuses } from './watch-codes.ts'
import { listWatchedEmployers } from './watch.repository.ts'
import type { WatchedEmployer } from './watch.repository.ts'

const StatusEnum = builder.enumType('WatchedMonthStatus', {
  description:
    'PAID, BACK_PAID: the bank confirmed the money. DEFERRED: under an agreement. UNPAID: billed, not due yet. OVERDUE: past the due date. REFUNDED: paid twice and given back. NOT_BILLED: in the unit’s list, and no premium was ever billed. PENDING: the month still runs.',
  values: watchStatuses,
})

export const WatchedMonthType = builder.objectRef<WatchedMonth>('WatchedMonth').implement({
  personal: noted('READ_RECORD', 'READ_REPORTER'),
  description:
    'What an employer declared for the asker for a month, against what the bank confirmed (SIL 4). Nothing of colleagues, and no sum of the unit.',
  fields: (t) => ({
    id: t.id({ resolve: ({ employerId, period }) => `${employerId}:${period}` }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    declared: t.exposeBoolean('declared', { description: 'In the unit’s list for the month.' }),
    declaredWage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The monthly average that the unit declared.',
      resolve: ({ wage }) => (wage === null ? null : fen(wage)),
    }),
    base: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What pension was computed from; null where no pension was billed.',
      resolve: ({ base }) => (base === null ? null : fen(base)),
    }),
    personal: t.field({
      type: 'Fen',
      description: 'The asker’s own share, which the unit withholds (SIL 60).',
      resolve: ({ personal }) => fen(personal),
    }),
    billed: t.exposeBoolean('billed'),
    status: t.field({ type: StatusEnum, resolve: ({ status }) => status }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of what is still open.',
      resolve: ({ dueOn }) => dueOn,
    }),
    overdueSince: t.field({ type: 'Date', nullable: true, resolve: ({ overdueSince }) => overdueSince }),
    postedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day the bank’s money was posted, the latest of them.',
      resolve: ({ postedOn }) => postedOn,
    }),
  }),
})

const EmployerType = builder.objectRef<WatchedEmployer>('WatchedEmployer').implement({
  description: 'A unit that insures or insured the asker.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    firstPeriod: t.field({ type: 'Period', resolve: ({ firstPeriod }) => firstPeriod }),
    lastPeriod: t.field({
      type: 'Period',
      nullable: true,
      description: 'Null while it lasts.',
      resolve: ({ lastPeriod }) => lastPeriod,
    }),
  }),
})

builder.queryFields((t) => ({
  myEmployers: t.field({
    type: [EmployerType],
    authScopes: { may: 'record:read' },
    description: 'The units that the signed-in person is or was insured with, the present one first; at most 100.',
    resolve: (_root, _args, { platform, viewer }) =>
      listWatchedEmployers(platform, requireMay(viewer, 'record:read').individualId),
  }),
  myEmployerMonths: t.field({
    type: [WatchedMonthType],
    authScopes: { may: 'record:read' },
    description:
      'The signed-in person’s months of a calendar year by employer, newest first: declared against confirmed by the bank (SIL 4, R765 36).',
    args: { year: t.arg.int({ required: true }) },
    complexity: { multiplier: 24 },
    resolve: async (_root, { year }, context) => {
      const me = requireMay(context.viewer, 'record:read')
      await noteRead(
        context.platform,
        me,
        'record:read',
        { action: 'READ_RECORD', recordType: 'Individual', recordId: me.individualId },
        context,
      )
      return readWatchedYear(context.platform, me.individualId, year)
    },
  }),
}))
