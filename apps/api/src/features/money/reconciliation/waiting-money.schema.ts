import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { readWaitingMoney } from './waiting-money.ts'
import { waitingReasons } from './waiting-money.repository.ts'
import type { WaitingMoneyRow } from './waiting-money.repository.ts'

const ReasonEnum = builder.enumType('WaitingMoneyReason', {
  description:
    'AMOUNT_DIFF: not what the notice asked. DUPLICATE: the notice was paid already. CLAIM_ASKED: a second person confirms whose it is. SUGGESTED: nobody has claimed it; for staff only.',
  values: waitingReasons,
})

const WaitingMoneyType = builder.objectRef<WaitingMoneyRow>('WaitingMoney').implement({
  description: 'Money that came and waits in suspense until it is assigned or goes back.',
  fields: (t) => ({
    id: t.exposeID('id'),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(Number(amount)) }),
    why: t.expose('why', { type: ReasonEnum }),
    receivedOn: t.expose('receivedOn', { type: 'Date', nullable: true }),
    reference: t.exposeString('reference', { nullable: true, description: 'The bank’s.' }),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    day: t.expose('day', { type: 'Date', nullable: true, description: 'The day of reconciliation that decides it.' }),
  }),
})

builder.objectField(EmployerType, 'waitingMoney', (t) =>
  t.field({
    authScopes: { may: 'balance:read' },
    complexity: 30,
    description:
      'What came of the employer and has settled nothing yet, at most 50. For the employer itself and for staff.',
    type: [WaitingMoneyType],
    resolve: ({ id }, _args, { platform, viewer }) => readWaitingMoney(platform, viewer, id),
  }),
)
