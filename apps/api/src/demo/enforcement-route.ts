import { addMonths, period } from '@shebao/kernel'
import type { InputOf, StepInput } from '../features/money/enforcement/index.ts'

/** Who takes a step in the demo: staff by number, the others by their body. */
export type Taker = 'S1001' | 'S1002' | 'S1003' | 'DEPARTMENT' | 'COURT' | 'BANK' | 'JOB'

/** What a step is told that only its day and the ledger know. */
export interface Known {
  /** Still owed on the day, with its late fee; 0 for a step that states no amount. */
  owed: number
  today: string
  bankId: string
  key: string
}

export interface RouteStep {
  /** Days behind the due date; moved to a working day. */
  readonly day: number
  readonly by: Taker
  readonly input: (of: Known) => StepInput
  /** It states an amount, so the ledger is asked what is owed on the day. */
  readonly counts?: true
  /** Money of the unit's own comes first: all it owes. */
  readonly paid?: true
}

const text = '经核对申报和台账，该单位申报后未缴纳社会保险费，银行多次扣款失败。'
const step = (day: number, by: Taker, input: RouteStep['input']): RouteStep => ({ day, by, input })
const counting = (...of: Parameters<typeof step>): RouteStep => ({ ...step(...of), counts: true })
const plain = <Event extends StepInput['event']>(day: number, by: Taker, input: InputOf<Event>) =>
  step(day, by, () => input)
type Paper = InputOf<'PREPARE_PAPER'>['paper']
/** What an officer prepares and the head signs on the same day. */
const signed = (day: number, paper: (of: Known) => Paper, prepares = step): RouteStep[] => [
  prepares(day, 'S1001', (of) => ({ event: 'PREPARE_PAPER', paper: paper(of) })),
  step(day, 'S1003', (of) => ({ event: paper(of).step })),
]
const served = (
  day: number,
  by: Taker,
  event: 'SERVE_ORDER' | 'SERVE_DEMAND' | 'SERVE_DECISION' | 'SERVE_COURT_DEMAND',
): RouteStep => step(day, by, ({ today }) => ({ event, servedOn: today, way: 'DIRECT', servedTo: '单位前台签收' }))

const toOrder: readonly RouteStep[] = [
  plain<'INVESTIGATE'>(2, 'S1001', { event: 'INVESTIGATE', ground: 'DECLARED_UNPAID', text }),
  plain<'VERIFY_ARREARS'>(3, 'S1002', { event: 'VERIFY_ARREARS' }),
  ...signed(4, () => ({ step: 'ORDER_PAYMENT' })),
  served(5, 'S1001', 'SERVE_ORDER'),
  plain<'EXPIRE_ORDER'>(22, 'JOB', { event: 'EXPIRE_ORDER' }),
]
const toAccounts: readonly RouteStep[] = [
  ...signed(23, ({ bankId }) => ({ step: 'QUERY_ACCOUNTS', banks: [{ id: bankId, name: '示范银行' }] })),
  counting(24, 'BANK', ({ owed, today, bankId, key }) => ({
    event: 'ANSWER_QUERY',
    bankId,
    account: '0200004509000131558',
    balance: Math.floor(owed / 3),
    asOf: today,
    reference: `CX-${key}`,
  })),
]
const toDemand: readonly RouteStep[] = [
  ...signed(25, ({ bankId }) => ({ step: 'APPLY_ALLOCATION', bankId, facts: text, other: '' })),
  plain<'DEMAND_PAYMENT'>(26, 'DEPARTMENT', { event: 'DEMAND_PAYMENT', termDays: 3 }),
  served(27, 'DEPARTMENT', 'SERVE_DEMAND'),
]
const shortfall = (day: number) => plain<'FIND_SHORTFALL'>(day, 'S1002', { event: 'FIND_SHORTFALL' })
const toAllocation: readonly RouteStep[] = [
  plain<'DECIDE_ALLOCATION'>(42, 'DEPARTMENT', {
    event: 'DECIDE_ALLOCATION',
    reasons: '催告期满，未缴清，也未提出异议。',
  }),
  served(43, 'DEPARTMENT', 'SERVE_DECISION'),
  plain<'NOTIFY_BANK'>(44, 'DEPARTMENT', { event: 'NOTIFY_BANK' }),
  counting(44, 'BANK', ({ owed, today, bankId, key }) => ({
    event: 'ALLOCATE',
    bankId,
    amount: Math.floor(owed / 3),
    valueDate: today,
    reference: `HB-${key}`,
  })),
]
const toCourt: readonly RouteStep[] = [
  ...signed(46, () => ({ step: 'DEMAND_BEFORE_COURT' })),
  served(47, 'S1001', 'SERVE_COURT_DEMAND'),
  ...signed(
    245,
    ({ owed }) => ({
      step: 'APPLY_COURT',
      facts: text,
      assets: [{ description: '数控机床一台', place: '单位厂区', value: owed + 200_000 }],
    }),
    counting,
  ),
]
const toAuction: readonly RouteStep[] = [
  plain<'ACCEPT_APPLICATION'>(247, 'COURT', { event: 'ACCEPT_APPLICATION', documentNo: '京行审立字第1号' }),
  plain<'RULE_TO_ENFORCE'>(251, 'COURT', { event: 'RULE_TO_ENFORCE', documentNo: '京行审裁字第1号', heard: false }),
  counting(258, 'COURT', ({ owed }) => ({
    event: 'SEIZE',
    items: [{ description: '数控机床一台', value: owed + 200_000 }],
  })),
  counting(300, 'COURT', ({ owed, key }) => ({ event: 'AUCTION', proceeds: owed + 180_000, reportNo: `PM-${key}` })),
]
const toEnd: readonly RouteStep[] = [
  step(310, 'COURT', ({ today, key }) => ({
    event: 'OFFSET_DEBT',
    costs: 30_000,
    valueDate: today,
    reference: `DJ-${key}`,
  })),
  plain<'CLOSE_OFFSET'>(311, 'S1002', { event: 'CLOSE_OFFSET' }),
]
const throughCourt: readonly RouteStep[] = [...toCourt, ...toAuction, ...toEnd]
/** The whole way from overdue to the auction: an allocation that left a rest. */
export const wholeWay: readonly RouteStep[] = [
  ...toOrder,
  ...toAccounts,
  ...toDemand,
  ...toAllocation,
  shortfall(45),
  ...throughCourt,
]
/** Where the bank found too little for an allocation, the agency goes on without one. */
const shortWay: readonly RouteStep[] = [...toOrder, ...toAccounts, shortfall(25), ...throughCourt]

const nothingKnown: Known = { owed: 1, today: '2026-01-01', bankId: '', key: '' }
const until = (event: StepInput['event'], way = wholeWay): readonly RouteStep[] =>
  way.slice(0, way.findIndex(({ input }) => input(nothingKnown).event === event) + 1)

/** Two halves, after so many months each. */
const halves = ({ owed, today }: Known, ...months: [number, number]) => {
  const day = (count: number) => `${addMonths(period(today.slice(0, 7)), count)}-20`
  const part = Math.floor(owed / 2)
  return [
    { dueOn: day(months[0]), amount: part },
    { dueOn: day(months[1]), amount: owed - part },
  ]
}
const deferral = (...months: [number, number]) => {
  const agreement = (of: Known): Paper => ({
    step: 'SIGN_DEFERRAL',
    guarantee: {
      kind: 'MORTGAGE',
      object: '厂房一处',
      value: of.owed * 3,
      registrationNo: '京（示）登第1号',
      valuationNo: '示评第1号',
    },
    instalments: halves(of, ...months),
  })
  return signed(46, agreement, counting)
}
const breached = plain<'BREACH_DEFERRAL'>(110, 'JOB', { event: 'BREACH_DEFERRAL' })
const refused = plain<'RULE_TO_REFUSE'>(251, 'COURT', {
  event: 'RULE_TO_REFUSE',
  documentNo: '京行审裁字第2号',
  heard: false,
  reasons: '申请所附财产线索不足，裁定不准予强制执行。',
})
const paid: RouteStep = { ...plain<'PAID_IN_FULL'>(12, 'JOB', { event: 'PAID_IN_FULL' }), paid: true }
const stopped = signed(48, () => ({ step: 'SUSPEND', ground: 'HARDSHIP', explanation: '单位遭受水灾，暂无履行能力。' }))
const ended = signed(60, () => ({
  step: 'TERMINATE',
  ground: 'DEBTOR_ENDED',
  documentNo: '京破终字第1号',
  explanation: '单位破产程序终结，无财产可供执行。',
}))

/** How far the case of each unit has come; its bill of so many months ago was never paid (`prisma/seed`). */
export const enforcedUnits: Readonly<Record<string, readonly RouteStep[]>> = {
  '1101090027': wholeWay,
  '1101090028': until('VERIFY_ARREARS'),
  '1101090029': until('SERVE_ORDER'),
  '1101090030': until('EXPIRE_ORDER'),
  '1101090031': until('SERVE_DEMAND'),
  '1101090032': [...until('FIND_SHORTFALL', shortWay), ...deferral(5, 10)],
  '1101090033': until('APPLY_COURT', shortWay),
  '1101090034': [...until('EXPIRE_ORDER'), ...stopped],
  '1101090035': [...until('EXPIRE_ORDER'), ...ended],
  '1101090036': until('QUERY_ACCOUNTS'),
  '1101090037': until('APPLY_ALLOCATION'),
  '1101090038': until('SERVE_DECISION'),
  '1101090039': until('ALLOCATE'),
  '1101090040': until('FIND_SHORTFALL', shortWay),
  '1101090041': [...until('FIND_SHORTFALL', shortWay), ...deferral(1, 8), breached],
  '1101090042': until('ACCEPT_APPLICATION', shortWay),
  '1101090043': until('RULE_TO_ENFORCE', shortWay),
  '1101090044': [...until('ACCEPT_APPLICATION', shortWay), refused],
  '1101090045': until('SEIZE', shortWay),
  '1101090046': until('AUCTION', shortWay),
  '1101090047': until('OFFSET_DEBT', shortWay),
  '1101090048': [...until('SERVE_ORDER'), paid],
}
