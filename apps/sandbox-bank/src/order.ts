import { randomBytes, randomUUID } from 'node:crypto'
import { accountOf, newReference } from './arrival.ts'
import type { Arrival } from './arrival.ts'
import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import type { BankEvent, OrderRequest, OrderState, OrderStatus, PaymentFailure } from '@shebao/bank-protocol'

/** How the sandbox tells the office about a payment. Real banks do all of these without being asked. */
export const BEHAVIOURS = ['ONCE', 'TWICE', 'LATE', 'OUT_OF_ORDER', 'WRONG_AMOUNT', 'CONTRADICTORY', 'SILENT'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export interface Order extends OrderRequest {
  token: string
  state: Exclude<OrderState, 'EXPIRED'>
  paidAmount: number | null
  reference: string | null
  failure: PaymentFailure | null
  createdAtMs: number
  /** How the money comes; absent: the clerk pays at the cashier's page. */
  channel?: 'AGREEMENT_DEBIT'
  agreementNo?: string
  payerAccount?: string
}

/** One message still to be delivered: what became of a payment, or an answer under SIL 63. */
export type Delivery = { id: string; dueAtMs: number; attempts: number } & (
  | { event: BankEvent; reply?: never }
  | { reply: EnforcementReply; event?: never }
)

const oneYuan = 100

export function openOrder(request: OrderRequest, nowMs: number): Order {
  return {
    ...request,
    token: randomBytes(18).toString('hex'),
    state: 'OPEN',
    paidAmount: null,
    reference: null,
    failure: null,
    createdAtMs: nowMs,
  }
}

export function sameRequest(order: Order, request: Pick<OrderRequest, 'amount' | 'noticeNumber' | 'payee'>): boolean {
  return order.amount === request.amount && order.noticeNumber === request.noticeNumber && order.payee === request.payee
}

export function stateAt(order: Order, nowMs: number): OrderState {
  return order.state === 'OPEN' && nowMs >= order.createdAtMs + order.validForSeconds * 1000 ? 'EXPIRED' : order.state
}

export function statusOf(order: Order, nowMs: number): OrderStatus {
  const { key, paidAmount, reference, failure } = order
  const sequences = { OPEN: 0, FAILED: 1, EXPIRED: 1, PAID: 2 }
  const state = stateAt(order, nowMs)
  return { key, state, paidAmount, reference, failure, sequence: sequences[state], payPath: `/pay/${order.token}` }
}

export interface Settled {
  order: Order
  arrival?: Arrival
  deliveries: Delivery[]
}

/** Takes the money and plans what the office will hear. The order must be open. */
export function payOrder(order: Order, behaviour: Behaviour, nowMs: number, lateMs: number): Settled {
  const reference = newReference(nowMs)
  const short = Math.max(1, order.amount - oneYuan)
  const paidAmount =
    behaviour === 'WRONG_AMOUNT' ? (short === order.amount ? order.amount + oneYuan : short) : order.amount
  const paid: Order = { ...order, state: 'PAID', paidAmount, reference }
  const event = (type: BankEvent['type'], sequence: number): BankEvent => ({
    eventId: randomUUID(),
    key: order.key,
    sequence,
    type,
    amount: paidAmount,
    reference: type === 'PAID' ? reference : null,
    failure: type === 'FAILED' ? 'INSUFFICIENT' : null,
    occurredAt: new Date(nowMs).toISOString(),
  })
  const deliver = (message: BankEvent, afterMs = 0): Delivery => ({
    id: randomUUID(),
    event: message,
    dueAtMs: nowMs + afterMs,
    attempts: 0,
  })
  const good = event('PAID', 2)
  const deliveries: Record<Behaviour, () => Delivery[]> = {
    ONCE: () => [deliver(good)],
    WRONG_AMOUNT: () => [deliver(good)],
    TWICE: () => [deliver(good), deliver(good)],
    LATE: () => [deliver(good, lateMs)],
    // An attempt that failed before the payment is reported after it.
    OUT_OF_ORDER: () => [deliver(good), deliver(event('FAILED', 1), 500)],
    CONTRADICTORY: () => [deliver(good), deliver(event('FAILED', 3), 500)],
    SILENT: () => [],
  }
  return { order: paid, arrival: arrivalOfOrder(paid, nowMs), deliveries: deliveries[behaviour]() }
}

export function failOrder(order: Order, failure: PaymentFailure, nowMs: number): Settled {
  const event: BankEvent = {
    eventId: randomUUID(),
    key: order.key,
    sequence: 1,
    type: 'FAILED',
    amount: order.amount,
    reference: null,
    failure,
    occurredAt: new Date(nowMs).toISOString(),
  }
  return {
    order: { ...order, state: 'FAILED', failure },
    deliveries: [{ id: randomUUID(), event, dueAtMs: nowMs, attempts: 0 }],
  }
}

export function arrivalOfOrder(order: Order, nowMs: number): Arrival {
  if (order.paidAmount === null || order.reference === null) throw new Error(`Order ${order.key} is not paid.`)
  return {
    reference: order.reference,
    key: order.key,
    channel: order.channel ?? 'E_BANK',
    amount: order.paidAmount,
    payerName: order.payer,
    payerAccount: order.payerAccount ?? accountOf(order.payer),
    remittance: order.noticeNumber,
    arrivedAtMs: nowMs,
  }
}
