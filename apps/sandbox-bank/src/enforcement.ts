import { randomUUID } from 'node:crypto'
import type { EnforcementReply, EnforcementRequest, EnforcementStatus } from '@shebao/bank-protocol/enforcement'
import { accountOf, dayOf, newReference } from './arrival.ts'
import type { Arrival } from './arrival.ts'
import type { Delivery } from './order.ts'

/** How the sandbox answers an inquiry or a notice of SIL 63. Real banks do all of these without being asked. */
export const MANNERS = [
  'AT_ONCE',
  'LATE',
  'IN_PART',
  'TWICE',
  'SILENT',
  'REFUSE',
  'TOO_MUCH',
  'OTHER_ACCOUNT',
  'TOO_EARLY',
  'OTHER_CASE',
  'OTHER_CURRENCY',
  'BY_HAND',
] as const
export type Manner = (typeof MANNERS)[number]

/** A request of the office, with what was answered. */
export interface HeldRequest {
  request: EnforcementRequest
  replies: readonly EnforcementReply[]
  withdrawn: boolean
  takenAtMs: number
}

/** What a tester lets an account be: its number, and what is on it. */
export interface Holding {
  account: string
  /** Fen. */
  balance: number
}

/** On an account nobody said anything about. */
export const usualBalance = 5_000_000
const oneYuan = 100
const longestRehearsalMs = 31 * 86_400_000

export const isAnswered = ({ replies }: HeldRequest) => replies.length > 0 && !replies.at(-1)?.more

export function enforcementStatus(held: HeldRequest): EnforcementStatus {
  const state = held.withdrawn ? 'WITHDRAWN' : isAnswered(held) ? 'ANSWERED' : 'OPEN'
  return { request: held.request.request, state, replies: [...held.replies] }
}

export function sameEnforcement({ request }: HeldRequest, asked: EnforcementRequest): boolean {
  return JSON.stringify(request) === JSON.stringify(asked)
}

/** What is on the accounts of a unit here, as this bank has told it and drawn on it. */
export function holdingOf(unit: string, all: readonly HeldRequest[]): Holding {
  const ofUnit = all.filter(({ request }) => request.unit.name === unit).flatMap(({ replies }) => replies)
  const named = ofUnit.findLast((reply) => reply.kind === 'INQUIRY' && reply.account !== null)
  const from = named ? ofUnit.indexOf(named) : 0
  const drawn = ofUnit.slice(from).reduce((sum, reply) => sum + (reply.kind === 'ALLOCATION' ? reply.amount : 0), 0)
  const balance = named?.kind === 'INQUIRY' ? named.balance : usualBalance
  return { account: named?.account ?? accountOf(unit), balance: Math.max(0, balance - drawn) }
}

export interface Answered {
  held: HeldRequest
  credits: Arrival[]
  deliveries: Delivery[]
}

/** Answers in a manner, and plans what the office will hear; nothing while a tester is to answer, or once it was withdrawn. */
export function answer(
  held: HeldRequest,
  manner: Manner,
  holding: Holding,
  { nowMs, lateMs }: { nowMs: number; lateMs: number },
): Answered | undefined {
  if (manner === 'BY_HAND' || held.withdrawn) return undefined
  const said = repliesOf(held, manner, holding, nowMs)
  const delays = said.map((_one, at) => (manner === 'LATE' ? lateMs : at * lateMs))
  const deliveries = said.flatMap((reply, at) => {
    const one = { id: randomUUID(), reply, dueAtMs: nowMs + (delays[at] ?? 0), attempts: 0 }
    if (manner === 'SILENT') return []
    return manner === 'TWICE' ? [one, { ...one, id: randomUUID() }] : [one]
  })
  const credits = said.flatMap((reply) => creditOf(held.request, reply, nowMs))
  return { held: { ...held, replies: [...held.replies, ...said] }, credits, deliveries }
}

function repliesOf({ request, replies }: HeldRequest, manner: Manner, holding: Holding, nowMs: number) {
  const base = {
    request: request.request,
    caseNumber: manner === 'OTHER_CASE' ? `${request.caseNumber}9` : request.caseNumber,
    currency: manner === 'OTHER_CURRENCY' ? 'USD' : 'CNY',
    more: false,
  }
  const day = manner === 'TOO_EARLY' ? dayBefore(request.issuedOn) : dayFor(request.issuedOn, nowMs)
  const { account, balance } = holding
  if (request.kind === 'INQUIRY') {
    const one = (name: string | null, amount: number, more = false): EnforcementReply => ({
      kind: 'INQUIRY',
      ...base,
      more,
      reference: newReference(nowMs),
      account: name,
      balance: amount,
      asOf: day,
    })
    if (manner === 'REFUSE') return [one(null, 0)]
    const second = Math.floor(balance / 4)
    return manner === 'IN_PART'
      ? [one(account, balance - second, true), one(accountOf(`${request.unit.name} 2`), second)]
      : [one(account, balance)]
  }
  const drawn = replies.reduce((sum, reply) => sum + (reply.kind === 'ALLOCATION' ? reply.amount : 0), 0)
  const most = Math.min(request.amount - drawn, balance)
  const one = (amount: number, more = false): EnforcementReply => ({
    kind: 'ALLOCATION',
    ...base,
    more,
    reference: newReference(nowMs),
    amount,
    valueDate: day,
    account: manner === 'OTHER_ACCOUNT' ? accountOf(`${request.unit.name} 9`) : request.account,
  })
  if (manner === 'REFUSE') return [one(0)]
  if (manner === 'TOO_MUCH') return [one(request.amount - drawn + oneYuan)]
  const half = Math.floor(most / 2)
  return manner === 'IN_PART' && half > 0 ? [one(half, true), one(most - half)] : [one(most)]
}

/** What was drawn is on the office’s account, under the reference of the answer. */
function creditOf(request: EnforcementRequest, reply: EnforcementReply, nowMs: number): Arrival[] {
  if (reply.kind !== 'ALLOCATION' || reply.amount === 0) return []
  return [
    {
      reference: reply.reference,
      key: null,
      channel: 'BANK_TRANSFER',
      amount: reply.amount,
      payerName: request.unit.name,
      payerAccount: reply.account,
      remittance: `划拨社会保险费 ${request.request}`,
      arrivedAtMs: nowMs,
    },
  ]
}

/** The bank’s own day; that of the letter where the office rehearses on another date. */
function dayFor(issuedOn: string, nowMs: number): string {
  const apart = nowMs - Date.parse(`${issuedOn}T00:00:00+08:00`)
  return apart >= 0 && apart < longestRehearsalMs ? dayOf(nowMs) : issuedOn
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
