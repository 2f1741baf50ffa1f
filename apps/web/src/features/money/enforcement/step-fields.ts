import type { EnforcementEvent, EnforcementSignedStep } from './enforcement.generated.ts'
import type { stepLabels } from './step-labels.ts'

export type StepLabel = keyof typeof stepLabels.zh

/** What a step asks for. The name is that of the contract's input. */
export interface StepField {
  readonly name: string
  readonly kind:
    | 'TEXT'
    | 'SHORT'
    | 'MONEY'
    | 'DATE'
    | 'DAYS'
    | 'YES_NO'
    | 'CHOICE'
    | 'BANKS'
    | 'ASKED_BANK'
    | 'REPLIED_BANK'
    | 'ROWS'
  readonly label: StepLabel
  readonly optional?: boolean
  readonly choices?: readonly string[]
  /** Of each row. */
  readonly columns?: readonly StepField[]
}

const text = (name: string, label: StepLabel): StepField => ({ name, kind: 'TEXT', label })
const short = (name: string, label: StepLabel): StepField => ({ name, kind: 'SHORT', label })
const money = (name: string, label: StepLabel): StepField => ({ name, kind: 'MONEY', label })
const date = (name: string, label: StepLabel): StepField => ({ name, kind: 'DATE', label })
const choice = (name: string, label: StepLabel, choices: readonly string[]): StepField => ({
  name,
  kind: 'CHOICE',
  label,
  choices,
})
const rows = (name: string, label: StepLabel, columns: readonly StepField[]): StepField => ({
  name,
  kind: 'ROWS',
  label,
  columns,
})

const service = [
  date('servedOn', 'servedOn'),
  choice('way', 'way', ['DIRECT', 'LEFT', 'POST', 'ANNOUNCEMENT', 'ELECTRONIC']),
  short('servedTo', 'servedTo'),
]
const received = [money('amount', 'amount'), date('valueDate', 'valueDate'), short('reference', 'reference')]
const ruling = [
  short('documentNo', 'documentNo'),
  { name: 'heard', kind: 'YES_NO', label: 'heard' },
] as const satisfies readonly StepField[]

/** What each step is told by whoever takes it; the ledger, the calendar and the case know the rest. */
export const stepFields: Readonly<Record<EnforcementEvent, readonly StepField[]>> = {
  PAID_IN_FULL: [],
  PART_PAID: [],
  INVESTIGATE: [
    choice('ground', 'ground', ['DECLARED_UNPAID', 'NOT_DECLARED', 'DECLARED_SHORT', 'CONCEALED']),
    text('text', 'found'),
  ],
  VERIFY_ARREARS: [],
  PREPARE_PAPER: [],
  ORDER_PAYMENT: [],
  SERVE_ORDER: service,
  EXPIRE_ORDER: [],
  QUERY_ACCOUNTS: [],
  ANSWER_QUERY: [
    { name: 'bankId', kind: 'ASKED_BANK', label: 'bank' },
    { name: 'account', kind: 'SHORT', label: 'account', optional: true },
    money('balance', 'balance'),
    date('asOf', 'asOf'),
    short('reference', 'reference'),
  ],
  APPLY_ALLOCATION: [],
  RETURN_APPLICATION: [text('reason', 'reason')],
  DEMAND_PAYMENT: [{ name: 'termDays', kind: 'DAYS', label: 'termDays' }],
  SERVE_DEMAND: service,
  DEFEND: [text('text', 'defence')],
  HEAR_DEFENCE: [text('answer', 'answer'), { name: 'upheld', kind: 'YES_NO', label: 'upheld' }],
  DECIDE_ALLOCATION: [text('reasons', 'reasons'), { ...text('hidingEvidence', 'hidingEvidence'), optional: true }],
  SERVE_DECISION: service,
  NOTIFY_BANK: [],
  ALLOCATE: [{ name: 'bankId', kind: 'REPLIED_BANK', label: 'bank' }, ...received],
  ALLOCATE_PART: [{ name: 'bankId', kind: 'REPLIED_BANK', label: 'bank' }, ...received],
  FIND_SHORTFALL: [],
  SIGN_DEFERRAL: [],
  BREACH_DEFERRAL: [],
  NOTIFY_BREACH: [],
  REALISE_GUARANTEE: received,
  DEMAND_BEFORE_COURT: [],
  SERVE_COURT_DEMAND: service,
  APPLY_COURT: [],
  ACCEPT_APPLICATION: [short('documentNo', 'documentNo')],
  DECLINE_APPLICATION: [short('documentNo', 'documentNo'), text('reasons', 'reasons')],
  RULE_TO_ENFORCE: ruling,
  RULE_TO_REFUSE: [...ruling, text('reasons', 'reasons')],
  CONTEST_REFUSAL: [],
  SEIZE: [rows('items', 'items', [short('description', 'thing'), money('value', 'value')])],
  AUCTION: [money('proceeds', 'proceeds'), short('reportNo', 'reportNo')],
  OFFSET_DEBT: [money('costs', 'costs'), date('valueDate', 'valueDate'), short('reference', 'reference')],
  CLOSE_OFFSET: [],
  FIND_REST: [],
  SUSPEND: [],
  RESUME: [],
  LAPSE: [],
  TERMINATE: [],
}

/** What each paper holds that an officer prepares and the head signs. */
export const paperFields: Readonly<Record<EnforcementSignedStep, readonly StepField[]>> = {
  ORDER_PAYMENT: [],
  QUERY_ACCOUNTS: [{ name: 'banks', kind: 'BANKS', label: 'banks' }],
  APPLY_ALLOCATION: [
    { name: 'bankId', kind: 'REPLIED_BANK', label: 'bank' },
    text('facts', 'facts'),
    { ...text('other', 'other'), optional: true },
  ],
  SIGN_DEFERRAL: [
    choice('guarantee.kind', 'guaranteeKind', ['MORTGAGE', 'PLEDGE']),
    short('guarantee.object', 'thing'),
    money('guarantee.value', 'value'),
    short('guarantee.registrationNo', 'registrationNo'),
    short('guarantee.valuationNo', 'valuationNo'),
    rows('instalments', 'instalments', [date('dueOn', 'dueOn'), money('amount', 'amount')]),
  ],
  NOTIFY_BREACH: [],
  DEMAND_BEFORE_COURT: [],
  APPLY_COURT: [
    text('facts', 'facts'),
    rows('assets', 'assets', [short('description', 'thing'), short('place', 'place'), money('value', 'value')]),
  ],
  CONTEST_REFUSAL: [text('facts', 'facts')],
  SUSPEND: [choice('ground', 'ground', ['HARDSHIP', 'THIRD_PARTY_CLAIM']), text('explanation', 'explanation')],
  TERMINATE: [
    choice('ground', 'ground', ['DEBTOR_ENDED', 'DECISION_REVOKED']),
    short('documentNo', 'documentNo'),
    text('explanation', 'explanation'),
  ],
}

export const isSignedStep = (event: string): event is EnforcementSignedStep => Object.hasOwn(paperFields, event)
