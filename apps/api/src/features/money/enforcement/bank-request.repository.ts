import type { BankReply, BankRequest, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'

export type BankRequestRow = BankRequest
export const requestKinds = ['INQUIRY', 'ALLOCATION'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestEndings = ['ANSWERED', 'REPLACED', 'WITHDRAWN'] as const
export type RequestEnding = (typeof requestEndings)[number]

/** What a case waits for no longer; the answer of one bank ends no other's. */
export async function endRequests(
  { database, clock }: Platform,
  caseId: string,
  ending: RequestEnding,
  waiting: { inquiries: readonly string[]; allocation: boolean },
): Promise<number> {
  const { count } = await asOffice('BANK_REQUESTS', () =>
    database.prisma.bankRequest.updateMany({
      where: {
        caseId,
        endedAt: null,
        OR: [
          { kind: 'INQUIRY', partnerId: { notIn: [...waiting.inquiries] } },
          ...(waiting.allocation ? [] : [{ kind: 'ALLOCATION' }]),
        ],
      },
      data: { endedAt: clock.now(), ending, attempts: 0, nextAt: clock.now() },
    }),
  )
  return count
}

export type NewRequest = Pick<BankRequestRow, 'paperId' | 'number' | 'partnerId'> & { kind: RequestKind }

export async function insertRequests(
  { database, clock }: Platform,
  caseId: string,
  requests: readonly NewRequest[],
): Promise<void> {
  const at = clock.now()
  await database.prisma.bankRequest.createMany({
    data: requests.map((request) => ({ ...request, caseId, createdAt: at, nextAt: at })),
  })
}

/** What one bank has not answered yet, oldest first. */
export function listOpenRequests(
  { database }: Platform,
  partnerId: string,
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<BankRequestRow[]> {
  const behind = after ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {}
  return database.prisma.bankRequest.findMany({
    where: { partnerId, endedAt: null, ...behind },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
}

/** What the interface has to do now: hand over, ask again, or tell that it was withdrawn. */
export function listDueRequests({ database }: Platform, partnerId: string, at: Date): Promise<BankRequestRow[]> {
  return database.prisma.bankRequest.findMany({
    where: {
      partnerId,
      nextAt: { lte: at },
      OR: [{ endedAt: null }, { ending: 'WITHDRAWN', sentAt: { not: null }, toldAt: null }],
    },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    take: 100,
  })
}

export async function changeRequest(
  { database }: Platform,
  id: string,
  change: Partial<Pick<BankRequestRow, 'sentAt' | 'toldAt' | 'attempts' | 'nextAt'>>,
): Promise<void> {
  await database.prisma.bankRequest.update({ where: { id }, data: change })
}

export async function findRequest(
  { database }: Platform,
  partnerId: string,
  number: string,
): Promise<BankRequestRow | undefined> {
  return (await database.prisma.bankRequest.findFirst({ where: { partnerId, number } })) ?? undefined
}

/** The last notice that this one takes the place of, if the bank has it. */
export async function findReplaced({ database }: Platform, { caseId, createdAt, kind }: BankRequestRow) {
  const replaced = await database.prisma.bankRequest.findFirst({
    where: { caseId, kind, ending: 'REPLACED', sentAt: { not: null }, createdAt: { lte: createdAt } },
    orderBy: { createdAt: 'desc' },
  })
  return replaced?.number ?? null
}

export type BankReplyRow = BankReply
export const replyOutcomes = ['TAKEN', 'REFUSED'] as const

export function listRepliesUnder({ database }: Platform, partnerId: string, reference: string) {
  return database.prisma.bankReply.findMany({ where: { partnerId, reference }, take: 50 })
}

export async function insertReply({ database }: Platform, reply: Prisma.BankReplyCreateManyInput): Promise<void> {
  await database.prisma.bankReply.createMany({ data: [reply], skipDuplicates: true })
}

/** What banks answered in a case through the interface, in order. */
export function listReplies({ database }: Platform, caseId: string): Promise<BankReplyRow[]> {
  return database.prisma.bankReply.findMany({
    where: { caseId },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
}

/** Answers that were not taken, of whatever case and of none, newest first. */
export function listRefusedReplies(
  { database }: Platform,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<BankReplyRow[]> {
  const behind = before
    ? { OR: [{ receivedAt: { lt: before.at } }, { receivedAt: before.at, id: { lt: before.id } }] }
    : {}
  return database.prisma.bankReply.findMany({
    where: { outcome: 'REFUSED', ...behind },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}
