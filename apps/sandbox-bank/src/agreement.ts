import { randomBytes } from 'node:crypto'
import { accountOf } from './arrival.ts'
import type { Arrival } from './arrival.ts'
import { failOrder, openOrder, payOrder, stateAt } from './order.ts'
import type { Behaviour, Order, Settled } from './order.ts'
import type { AgreementRequest, AgreementState, AgreementStatus, DebitRequest } from '@shebao/bank-protocol'

/** What a debit of the account comes to. A real account does all of these without being asked. */
export const DEBIT_OUTCOMES = ['PAYS', 'INSUFFICIENT', 'ACCOUNT_FROZEN', 'CANCELLED', 'NO_ANSWER'] as const
export type DebitOutcome = (typeof DEBIT_OUTCOMES)[number]

export interface Agreement extends AgreementRequest {
  token: string
  state: AgreementState
  account: string
  outcome: DebitOutcome
  behaviour: Behaviour
  createdAtMs: number
}

export function openAgreement(request: AgreementRequest, nowMs: number): Agreement {
  return {
    ...request,
    token: randomBytes(18).toString('hex'),
    state: 'PENDING',
    account: accountOf(request.accountHolder),
    outcome: 'PAYS',
    behaviour: 'ONCE',
    createdAtMs: nowMs,
  }
}

export function sameAgreement(agreement: Agreement, request: AgreementRequest): boolean {
  return agreement.accountHolder === request.accountHolder && agreement.payee === request.payee
}

export function agreementStatus({ agreementNo, state, account, token }: Agreement): AgreementStatus {
  const signed = state === 'ACTIVE' || state === 'ENDED'
  return {
    agreementNo,
    state,
    accountMasked: signed ? `${'*'.repeat(account.length - 4)}${account.slice(-4)}` : null,
    signPath: `/agree/${token}`,
  }
}

/** An account that holds its tongue also when it is asked about a debit. */
export const answers = (agreement: Agreement | undefined) => agreement?.outcome !== 'NO_ANSWER'

/** A debit is an order that the account itself decides. One without a valid agreement is born failed. */
export function openDebit(request: DebitRequest, agreement: Agreement | undefined, nowMs: number): Order {
  const { agreementNo, ...rest } = request
  const order = openOrder(
    {
      ...rest,
      payer: agreement?.accountHolder ?? agreementNo,
      returnPath: agreement?.returnPath ?? '/',
      language: agreement?.language ?? 'zh-CN',
    },
    nowMs,
  )
  return {
    ...order,
    channel: 'AGREEMENT_DEBIT',
    agreementNo,
    ...(agreement ? { payerAccount: agreement.account } : {}),
  }
}

export interface Decided {
  order: Order
  arrival?: Arrival
  deliveries: Settled['deliveries']
  /** The agreement, when the debit showed that it is no longer valid. */
  agreement?: Agreement
}

/** Lets the account decide; undefined while it does not answer or the debit has been decided. */
export function decideDebit(
  order: Order,
  agreement: Agreement | undefined,
  nowMs: number,
  lateMs: number,
): Decided | undefined {
  if (stateAt(order, nowMs) !== 'OPEN') return undefined
  if (agreement?.state !== 'ACTIVE') return failOrder(order, 'AGREEMENT_INVALID', nowMs)
  switch (agreement.outcome) {
    case 'NO_ANSWER':
      return undefined
    case 'PAYS':
      return payOrder(order, agreement.behaviour, nowMs, lateMs)
    case 'CANCELLED':
      return { ...failOrder(order, 'AGREEMENT_INVALID', nowMs), agreement: { ...agreement, state: 'ENDED' } }
    default:
      return failOrder(order, agreement.outcome, nowMs)
  }
}
