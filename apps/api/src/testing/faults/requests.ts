import { civilDate, fen, period } from '@shebao/kernel'
import type { BankEvent } from '@shebao/bank-protocol'
import { orStale, StaleDecision } from '../../case/case-mark.ts'
import { submitDeclaration } from '../../features/filing/inspection/submit-declaration.ts'
import { withdrawDeclaration } from '../../features/filing/inspection/withdraw-declaration.ts'
import { assessEmployer } from '../../features/money/assessment/assess-employer.ts'
import { stepAs } from '../../features/money/enforcement/take-enforcement-step.ts'
import { applyBankReport } from '../../features/money/payment/apply-bank-report.ts'
import { openAttempt } from '../../features/money/payment/open-attempt.ts'
import { closeDay } from '../../features/money/reconciliation/close-day.ts'
import { importStatement } from '../../features/money/reconciliation/import-statement.ts'
import { receiveMoney } from '../../features/money/settlement/allocate-credit.ts'
import { answerOnce } from '../../features/office/access-token/answer-once.ts'
import type { TokenViewer } from '../../features/office/access-token/admit-request.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Platform } from '../../platform/platform.ts'
import { declarationNow } from '../inspection-scenario.ts'
import { bankFile, treasuryFile } from '../money/reconciliation/statement-files.ts'

/** Whom requests are about; survives JSON, as it is told to another process. */
export interface Setting {
  filers: { viewer: TokenViewer; declarationId: string }[]
  payers: string[]
  enforced: { caseId: string; sequence: number }
  officer: Viewer
  head: Viewer
}

/** What somebody sends, and sends again in the same words until there is an answer. */
export type FaultRequest =
  | { do: 'SUBMIT'; filer: number; key: string }
  | { do: 'WITHDRAW'; filer: number }
  | { do: 'BILL'; payer: number; period: string }
  | { do: 'BEGIN_PAYMENT'; payer: number; period: string; key: string }
  | { do: 'BANK_REPORT'; key: string }
  | { do: 'TRANSFER'; payer: number; amount: number; key: string }
  | { do: 'INVESTIGATE'; sequence: number }
  | { do: 'IMPORT'; day: string; source: 'BANK' | 'TREASURY' }
  | { do: 'CLOSE_DAY'; day: string }

export async function perform(platform: Platform, setting: Setting, request: FaultRequest): Promise<unknown> {
  switch (request.do) {
    case 'SUBMIT':
      return submit(platform, setting, request)
    case 'WITHDRAW':
      return withdraw(platform, setting, request)
    case 'BILL':
      return bill(platform, setting, request)
    case 'BEGIN_PAYMENT':
      return beginPayment(platform, setting, request)
    case 'BANK_REPORT':
      return report(platform, request)
    case 'TRANSFER': {
      const money = { employerId: at(setting.payers, request.payer), amount: fen(request.amount), key: request.key }
      return (await receiveMoney(platform, { ...money, valueDate: platform.clock.today() })).booked
    }
    case 'INVESTIGATE':
      return investigate(platform, setting, request)
    case 'IMPORT':
      return bring(platform, request)
    case 'CLOSE_DAY':
      return close(platform, setting, request)
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error(`There is nobody at ${index}.`)
  return item
}

/** By a token, under a key: the second time the answer is the first one's, to the letter. */
async function submit(
  platform: Platform,
  { filers }: Setting,
  { filer, key }: Extract<FaultRequest, { do: 'SUBMIT' }>,
) {
  const { viewer, declarationId } = at(filers, filer)
  const { body } = await answerOnce(platform, { viewer, key, content: key }, async () => {
    const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
    const signed = { truthDeclared: true, signer: '王建国', origin: 'faults' }
    const outcome = await submitDeclaration(platform, viewer, {
      declarationId,
      unitRevision,
      personnelRevision,
      ...signed,
    })
    if (outcome.kind !== 'submitted') throw new Error(`SUBMIT: ${outcome.kind}`)
    return { body: { formNo: outcome.version.formNo, hash: outcome.version.contentHash }, failed: false }
  })
  return body
}

async function withdraw(platform: Platform, { filers }: Setting, { filer }: Extract<FaultRequest, { do: 'WITHDRAW' }>) {
  const { viewer, declarationId } = at(filers, filer)
  const outcome = await withdrawDeclaration(platform, viewer, { declarationId, origin: 'faults' })
  // Withdrawn before, and nobody heard of it.
  if (outcome.declaration.status !== 'READY') throw new Error(`WITHDRAW: ${outcome.declaration.status}`)
  return outcome.declaration.status
}

async function bill(platform: Platform, { payers }: Setting, request: Extract<FaultRequest, { do: 'BILL' }>) {
  const month = { employerId: at(payers, request.payer), period: period(request.period) }
  return (await assessEmployer(platform, month))?.total
}

async function beginPayment(
  platform: Platform,
  { payers }: Setting,
  request: Extract<FaultRequest, { do: 'BEGIN_PAYMENT' }>,
) {
  const { prisma } = platform.database
  const notice = await prisma.paymentNotice.findFirstOrThrow({
    where: { employerId: at(payers, request.payer), period: request.period },
  })
  await openAttempt(platform, {
    noticeId: notice.id,
    key: request.key,
    channel: 'E_BANK',
    actor: { actorKind: 'SYSTEM', origin: 'faults' },
    permit: async () => undefined,
  })
  return (await prisma.payment.findUnique({ where: { idempotencyKey: request.key } })) !== null
}

async function report(platform: Platform, { key }: Extract<FaultRequest, { do: 'BANK_REPORT' }>) {
  const payment = await platform.database.prisma.payment.findUnique({ where: { idempotencyKey: key } })
  if (!payment) return 'NO_PAYMENT'
  const paid: BankEvent = {
    eventId: `event-${key}`,
    key,
    sequence: 1,
    type: 'PAID',
    amount: Number(payment.amount),
    reference: `R-${key}`,
    failure: null,
    occurredAt: '2026-11-23T02:00:00Z',
  }
  return applyBankReport(platform, paid)
}

/** Decided on what the officer saw: pressed again after it was taken it is stale, and not taken twice. */
async function investigate(
  platform: Platform,
  { enforced, officer }: Setting,
  request: Extract<FaultRequest, { do: 'INVESTIGATE' }>,
) {
  const decidedOn = { state: 'OVERDUE', sequence: request.sequence }
  const text = `经查明未缴纳社会保险费，第${request.sequence}次`
  const input = { event: 'INVESTIGATE', ground: 'DECLARED_UNPAID', text } as const
  const outcome = await orStale(stepAs(platform, officer, 'faults', { id: enforced.caseId, decidedOn, input }))
  return outcome instanceof StaleDecision ? 'STALE' : outcome.kind
}

async function bring(platform: Platform, { day, source }: Extract<FaultRequest, { do: 'IMPORT' }>) {
  const text = source === 'BANK' ? bankFile(day, []) : treasuryFile(day, [])
  const bytes = new TextEncoder().encode(text)
  const outcome = await importStatement(platform, {
    bytes,
    fileName: `${source}-${day}`,
    how: 'FETCHED',
    origin: 'faults',
  })
  if (outcome.kind === 'REFUSED') throw new Error(`IMPORT: ${JSON.stringify(outcome.problems)}`)
  return outcome.kind
}

async function close(platform: Platform, { head }: Setting, { day }: Extract<FaultRequest, { do: 'CLOSE_DAY' }>) {
  const outcome = await closeDay(platform, head, { id: civilDate(day) })
  return outcome.kind === 'REFUSED' ? outcome.reason : outcome.kind
}
