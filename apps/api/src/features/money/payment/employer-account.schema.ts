import { builder } from '../../../graphql/builder.ts'
import { may } from '../../../access/permissions.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { findEmployerBalance, findOpeningCredit } from '../ledger/index.ts'
import type { EmployerBalance, OpeningCredit } from '../ledger/index.ts'
import { PaymentNoticeType } from '../notice/index.ts'
import { findDebitTries } from './debit.repository.ts'
import { nextDebitOn } from './debit-notice.ts'
import { findPayee, PayeeType } from '../../register/office/index.ts'

const OpeningCreditType = builder.objectRef<OpeningCredit>('OpeningCredit').implement({
  description: 'Money that an employer had to its credit when this office’s ledger began.',
  fields: (t) => ({
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => amount }),
    asOf: t.field({ type: 'Date', description: 'The day of which the balance was.', resolve: ({ asOf }) => asOf }),
  }),
})

const BalanceType = builder.objectRef<EmployerBalance & { employerId: string }>('EmployerBalance').implement({
  description: 'What the ledger says between the employer and the funds.',
  fields: (t) => ({
    owed: t.field({
      type: 'Fen',
      description:
        'Premiums billed and not paid, and late fees booked; a late fee still running is in the notices only.',
      resolve: ({ owed }) => owed,
    }),
    credit: t.field({
      type: 'Fen',
      description: 'Money that came and no debt has taken; the next notice takes it.',
      resolve: ({ credit }) => credit,
    }),
    openingCredit: t.field({
      type: OpeningCreditType,
      nullable: true,
      description:
        'What was brought in as the opening balance, whatever was used of it since; null where nothing was, or where that was taken back.',
      resolve: ({ employerId }, _args, { platform }) => findOpeningCredit(platform, employerId),
    }),
  }),
})

builder.objectField(EmployerType, 'balance', (t) =>
  t.field({
    authScopes: { may: 'balance:read' },
    description: 'For the employer itself and for staff.',
    type: BalanceType,
    resolve: async ({ id }, _args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      if (!may(viewer, 'balance:read', { employerId: id })) throw notFound('employer')
      return { ...(await findEmployerBalance(platform, id)), employerId: id }
    },
  }),
)

builder.objectField(PaymentNoticeType, 'payee', (t) =>
  t.field({
    description: 'For a bank transfer, with the notice’s number as its remittance text.',
    type: PayeeType,
    resolve: (_notice, _args, { platform }) => findPayee(platform),
  }),
)

builder.objectField(PaymentNoticeType, 'nextDebitOn', (t) =>
  t.field({
    description:
      'The day on which the bank will be asked to debit the notice on the agreement in force; null when it will not be: no agreement, a payment under way, settled, or debited without success three times [PD].',
    type: 'Date',
    nullable: true,
    complexity: 2,
    resolve: async (notice, _args, { platform }) =>
      nextDebitOn(platform, notice, await findDebitTries(platform, notice.id)),
  }),
)
