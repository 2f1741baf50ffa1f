import { addDays, civilDate, fen } from '@shebao/kernel'
import { may } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { amountDue } from '../settlement/index.ts'
import { PaymentNoticeType } from './notice.schema.ts'
import { overdueDays } from './overdue-days.ts'
import { listPeriodBalances } from './period-balances.repository.ts'
import type { PeriodBalance } from './period-balances.repository.ts'

const PeriodBalanceType = builder.objectRef<PeriodBalance>('PeriodBalance').implement({
  description: 'What the ledger says of one month and insurance, whichever notices it stands on.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    insurance: t.field({
      type: InsuranceEnum,
      nullable: true,
      description: 'Null for late fees that were booked.',
      resolve: ({ insurance }) => insurance,
    }),
    charged: t.field({ type: 'Fen', resolve: ({ charged }) => charged }),
    settled: t.field({ type: 'Fen', resolve: ({ settled }) => settled }),
    writtenOff: t.field({ type: 'Fen', resolve: ({ writtenOff }) => writtenOff }),
    outstanding: t.field({ type: 'Fen', resolve: ({ outstanding }) => outstanding }),
  }),
})

builder.objectField(EmployerType, 'periodBalances', (t) =>
  t.field({
    authScopes: { may: 'balance:read' },
    description: 'Charged, paid and owed in a year, by month and insurance. For the employer itself and for staff.',
    type: [PeriodBalanceType],
    args: { year: t.arg.int({ required: true }) },
    complexity: { multiplier: 7 },
    resolve: ({ id }, { year }, { platform, viewer }) => {
      if (!may(viewer, 'balance:read', { employerId: id })) throw notFound('employer')
      if (year < 1990 || year > 2100) throw badInput('year', 'From 1990 to 2100.')
      return listPeriodBalances(platform, id, year)
    },
  }),
)

builder.objectField(PaymentNoticeType, 'lateFeeOfNextDay', (t) =>
  t.field({
    type: 'Fen',
    complexity: 5,
    description:
      'What the late fee grows by when the notice is paid one day later than today; 0 while it is not overdue.',
    resolve: async (notice, _args, { platform }) => {
      const today = platform.clock.today()
      if (overdueDays(notice, today) === 0) return fen(0)
      const [now, later] = await Promise.all([
        amountDue(platform, notice, today),
        amountDue(platform, notice, addDays(civilDate(today), 1)),
      ])
      return fen(later.lateFee - now.lateFee)
    },
  }),
)
