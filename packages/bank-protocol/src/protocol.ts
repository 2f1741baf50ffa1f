import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/**
 * What the bank and its customer, the social-insurance office, say to each other. Every message carries a timestamp and a
 * signature over it, the method, the path and the body as sent, so none can be forged, altered, kept for later or
 * passed to another address. Amounts are whole fen.
 */
const fen = z.int().min(1)
/** Chosen by the office for each attempt to pay; the same key is the same order for ever. */
const key = z.string().min(8).max(100)

export const OrderRequest = z.strictObject({
  key,
  amount: fen,
  payee: z.string().min(1).max(200),
  payer: z.string().min(1).max(200),
  noticeNumber: z.string().min(1).max(60),
  period: z.string().regex(/^\d{4}-\d{2}$/),
  /** Where the clerk goes afterwards, a path on the office's own address. */
  returnPath: z.string().regex(/^\/(?!\/)[\w/.~-]*$/),
  language: z.enum(['zh-CN', 'en']),
  /** After this the amount may have changed and the order can no longer be paid. */
  validForSeconds: z
    .int()
    .min(1)
    .max(90 * 86_400),
})
export type OrderRequest = z.infer<typeof OrderRequest>

/** Chosen by the office for each agreement; the same number is the same agreement for ever. */
const agreementNo = z.string().regex(/^[\w-]{8,60}$/)

/** Asks the payer's consent to be debited (委托扣款): a person gives it at the bank's page. */
export const AgreementRequest = z.strictObject({
  agreementNo,
  accountHolder: z.string().min(1).max(200),
  payee: z.string().min(1).max(200),
  returnPath: OrderRequest.shape.returnPath,
  language: OrderRequest.shape.language,
})
export type AgreementRequest = z.infer<typeof AgreementRequest>

export const AgreementState = z.enum(['PENDING', 'ACTIVE', 'REFUSED', 'ENDED'])
export type AgreementState = z.infer<typeof AgreementState>

/** The answer to asking for an agreement, about one, and to ending it. */
export const AgreementStatus = z.object({
  agreementNo,
  state: AgreementState,
  /** The account it draws on, once it is signed; all but the last four digits masked. */
  accountMasked: z.string().nullable(),
  signPath: z.string(),
})
export type AgreementStatus = z.infer<typeof AgreementStatus>

/** Draws on an agreement. It becomes an order like any other: the same states, events and questions. */
export const DebitRequest = z.strictObject({
  agreementNo,
  ...OrderRequest.pick({
    key: true,
    amount: true,
    payee: true,
    noticeNumber: true,
    period: true,
    validForSeconds: true,
  }).shape,
})
export type DebitRequest = z.infer<typeof DebitRequest>

export const OrderState = z.enum(['OPEN', 'PAID', 'FAILED', 'EXPIRED'])
export type OrderState = z.infer<typeof OrderState>

export const PaymentFailure = z.enum(['INSUFFICIENT', 'ACCOUNT_FROZEN', 'AGREEMENT_INVALID'])
export type PaymentFailure = z.infer<typeof PaymentFailure>

/** The answer to creating an order and to asking about one. */
export const OrderStatus = z.object({
  key,
  state: OrderState,
  /** What was really paid, which may differ from what was asked. */
  paidAmount: fen.nullable(),
  reference: z.string().nullable(),
  failure: PaymentFailure.nullable(),
  /** The number of the order's latest event; 0 before the first. */
  sequence: z.int().min(0),
  payPath: z.string(),
})
export type OrderStatus = z.infer<typeof OrderStatus>

export const BankEvent = z.object({
  eventId: z.string().min(1).max(100),
  key,
  /** Counts the events of one order; a lower number that comes later is old news. */
  sequence: z.int().min(1),
  type: z.enum(['PAID', 'FAILED', 'EXPIRED']),
  amount: fen,
  reference: z.string().min(1).max(100).nullable(),
  failure: PaymentFailure.nullable(),
  occurredAt: z.iso.datetime(),
})
export type BankEvent = z.infer<typeof BankEvent>

export const timestampHeader = 'x-bank-timestamp'
export const signatureHeader = 'x-bank-signature'
/** A message older or newer than this is refused, whoever signed it. */
export const replayWindowMs = 5 * 60_000

export interface SignedMessage {
  method: string
  path: string
  body: string
}

export function signMessage(
  sharedKey: Uint8Array,
  message: SignedMessage,
  timestampMs: number,
): Record<string, string> {
  return {
    [timestampHeader]: String(timestampMs),
    [signatureHeader]: signatureOf(sharedKey, message, String(timestampMs)),
  }
}

export type SignatureProblem = 'MISSING' | 'STALE' | 'FORGED'

/** Undefined when the message is genuine and fresh. */
export function signatureProblem(
  sharedKey: Uint8Array,
  message: SignedMessage,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  nowMs: number,
): SignatureProblem | undefined {
  const timestamp = headers[timestampHeader]
  const signature = headers[signatureHeader]
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,15}$/.test(timestamp)) return 'MISSING'
  const expected = Buffer.from(signatureOf(sharedKey, message, timestamp), 'hex')
  const given = /^[0-9a-f]{64}$/.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(0)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'FORGED'
  return Math.abs(nowMs - Number(timestamp)) > replayWindowMs ? 'STALE' : undefined
}

function signatureOf(sharedKey: Uint8Array, { method, path, body }: SignedMessage, timestamp: string): string {
  return createHmac('sha256', sharedKey).update(`${timestamp}\n${method}\n${path}\n${body}`).digest('hex')
}
