import type { InputOf, StepInput } from '../features/money/enforcement/index.ts'

/** Who takes a step in the demo: staff by number, the others by their body. */
export type Taker = 'S1001' | 'S1002' | 'S1003' | 'DEPARTMENT' | 'COURT' | 'BANK' | 'JOB'

export interface RouteStep {
  /** Days behind the due date; moved to a working day. */
  readonly day: number
  readonly by: Taker
  readonly input: (of: { owed: number; today: string; bankId: string; key: string }) => StepInput
}

const text = '经核对申报和台账，该单位申报后未缴纳社会保险费，银行多次扣款失败。'
const step = (day: number, by: Taker, input: RouteStep['input']): RouteStep => ({ day, by, input })
const plain = <Event extends StepInput['event']>(day: number, by: Taker, input: InputOf<Event>) =>
  step(day, by, () => input)
type Paper = InputOf<'PREPARE_PAPER'>['paper']
/** What an officer prepares and the head signs on the same day. */
const signed = (day: number, paper: (of: Parameters<RouteStep['input']>[0]) => Paper): RouteStep[] => [
  step(day, 'S1001', (of) => ({ event: 'PREPARE_PAPER', paper: paper(of) })),
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
const toDemand: readonly RouteStep[] = [
  ...signed(23, ({ bankId }) => ({ step: 'QUERY_ACCOUNTS', banks: [{ id: bankId, name: '示范银行' }] })),
  step(24, 'BANK', ({ owed, today, bankId, key }) => ({
    event: 'ANSWER_QUERY',
    bankId,
    account: '0200004509000131558',
    balance: Math.floor(owed / 3),
    asOf: today,
    reference: `CX-${key}`,
  })),
  ...signed(25, ({ bankId }) => ({ step: 'APPLY_ALLOCATION', bankId, facts: text, other: '' })),
  plain<'DEMAND_PAYMENT'>(26, 'DEPARTMENT', { event: 'DEMAND_PAYMENT', termDays: 3 }),
  served(27, 'DEPARTMENT', 'SERVE_DEMAND'),
]
const toShortfall: readonly RouteStep[] = [
  plain<'DECIDE_ALLOCATION'>(42, 'DEPARTMENT', {
    event: 'DECIDE_ALLOCATION',
    reasons: '催告期满，未缴清，也未提出异议。',
  }),
  served(43, 'DEPARTMENT', 'SERVE_DECISION'),
  plain<'NOTIFY_BANK'>(44, 'DEPARTMENT', { event: 'NOTIFY_BANK' }),
  step(44, 'BANK', ({ owed, today, bankId, key }) => ({
    event: 'ALLOCATE',
    bankId,
    amount: Math.floor(owed / 3),
    valueDate: today,
    reference: `HB-${key}`,
  })),
  plain<'FIND_SHORTFALL'>(45, 'S1002', { event: 'FIND_SHORTFALL' }),
]
const toCourt: readonly RouteStep[] = [
  ...signed(46, () => ({ step: 'DEMAND_BEFORE_COURT' })),
  served(47, 'S1001', 'SERVE_COURT_DEMAND'),
  ...signed(245, ({ owed }) => ({
    step: 'APPLY_COURT',
    facts: text,
    assets: [{ description: '数控机床一台', place: '单位厂区', value: owed + 200_000 }],
  })),
]
const toAuction: readonly RouteStep[] = [
  plain<'ACCEPT_APPLICATION'>(247, 'COURT', { event: 'ACCEPT_APPLICATION', documentNo: '京行审立字第1号' }),
  plain<'RULE_TO_ENFORCE'>(251, 'COURT', { event: 'RULE_TO_ENFORCE', documentNo: '京行审裁字第1号', heard: false }),
  step(258, 'COURT', ({ owed }) => ({
    event: 'SEIZE',
    items: [{ description: '数控机床一台', value: owed + 200_000 }],
  })),
  step(300, 'COURT', ({ owed, key }) => ({ event: 'AUCTION', proceeds: owed + 180_000, reportNo: `PM-${key}` })),
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
/** The whole way from overdue to the auction; most cases of the demo stop somewhere on it. */
export const wholeWay: readonly RouteStep[] = [
  ...toOrder,
  ...toDemand,
  ...toShortfall,
  ...toCourt,
  ...toAuction,
  ...toEnd,
]

const until = (event: StepInput['event']): readonly RouteStep[] => {
  const inputs = { owed: 1, today: '', bankId: '', key: '' }
  return wholeWay.slice(0, wholeWay.findIndex(({ input }) => input(inputs).event === event) + 1)
}
const instalments = ({ owed, today }: { owed: number; today: string }) => {
  const day = (months: number) => {
    const at = new Date(`${today}T00:00:00Z`)
    at.setUTCMonth(at.getUTCMonth() + months)
    return at.toISOString().slice(0, 10)
  }
  const part = Math.floor(owed / 2)
  return [
    { dueOn: day(5), amount: part },
    { dueOn: day(10), amount: owed - part },
  ]
}
const deferral = signed(46, (of) => ({
  step: 'SIGN_DEFERRAL',
  guarantee: {
    kind: 'MORTGAGE',
    object: '厂房一处',
    value: of.owed * 3,
    registrationNo: '京（示）登第1号',
    valuationNo: '示评第1号',
  },
  instalments: instalments(of),
}))
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
  '1101090032': [...until('FIND_SHORTFALL'), ...deferral],
  '1101090033': until('APPLY_COURT'),
  '1101090034': [...until('EXPIRE_ORDER'), ...stopped],
  '1101090035': [...until('EXPIRE_ORDER'), ...ended],
}
