import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { signMessage } from '@shebao/bank-protocol'
import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Viewer } from '../../../access/viewer.ts'
import { ask, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addOffice } from '../../../testing/readers.ts'
import { openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { createDesk } from '../../../testing/money/reconciliation/office-day.ts'
import { bankFile, continuing, line } from '../../../testing/money/reconciliation/statement-files.ts'
import { addUnit, billMonth } from '../../../testing/money/refund/refund-fixture.ts'
import { proveLedger } from '../ledger/index.ts'
import { finishDays } from '../reconciliation/reconciliation-jobs.ts'
import { deliverRequests } from './deliver-requests.ts'
import { enforcementCase } from './enforcement-case.ts'
import { keepAttachment } from '../../register/attachment/index.ts'
import { evidenceOf } from './evidence/evidence-of-step.ts'
import { findEnforcement } from './enforcement.repository.ts'
import { followDays, proposeEnforcements } from './follow-enforcement.ts'
import type { StepInput } from './step-input.ts'
import { stepAs } from './take-enforcement-step.ts'
import { takeBankReply } from './take-bank-reply.ts'

let f: BillingFixture
let desk: ReturnType<typeof createDesk>
let bankId: string
let scan: Uint8Array
const folder = mkdtempSync(join(tmpdir(), 'enforcement-bank-'))
const [officer, reviewer, head] = [staffViewer(['OFFICER']), staffViewer(['REVIEWER']), staffViewer(['HEAD'])]
const department = partnerViewer('DEPARTMENT')
const text = '经核对台账，申报后未缴纳'
const account = '6222021234567890128'

beforeAll(async () => {
  f = await openBillingFixture({ delivered: true })
  desk = createDesk(f)
  const page = await PDFDocument.create()
  page.addPage()
  scan = await page.save()
  await addOffice(f.platform)
  const { prisma } = f.platform.database
  const made = await prisma.account.create({
    data: { kind: 'STAFF', displayName: '管理员', passwordHash: '', staffNo: 'A63' },
  })
  const bank = { kind: 'BANK', number: 'B63', name: '示范银行', linked: false, createdBy: made.id }
  bankId = (await prisma.partner.create({ data: { ...bank, createdAt: f.platform.clock.now() } })).id
  f.platform.environment.bankPartnerNo = 'B63'
})
afterAll(async () => {
  await f.close()
  rmSync(folder, { recursive: true })
})

const at = (day: string, time = '10:00') => f.platform.clock.set(`${day}T${time}:00+08:00`)
const today = () => f.platform.clock.today()
const caseOf = async (id: string) => (await findEnforcement(f.platform, id)) ?? Promise.reject(new Error('no case'))
const office = () => ({ ...f.platform, environment: { ...f.platform.environment, dataDirectory: folder } })
async function handIn(viewer: Viewer): Promise<string> {
  const kept = await keepAttachment(office(), viewer, { bytes: scan, name: '扫描件.pdf', origin: 'TEST' })
  return kept.kind === 'kept' ? kept.attachment.id : kept.code
}
async function must(id: string, actor: Actor, input: StepInput) {
  const evidence =
    actor.kind === 'SYSTEM'
      ? []
      : await Promise.all(evidenceOf(input).needs.map(async (kind) => ({ kind, files: [await handIn(actor)] })))
  const outcome = await stepAs(f.platform, actor, 'TEST', { id, input, evidence })
  expect([input.event, outcome.kind, outcome.kind === 'REFUSED' ? outcome.reasons : []]).toEqual([
    input.event,
    'DONE',
    [],
  ])
}
const sign = async (id: string, paper: Extract<StepInput, { event: 'PREPARE_PAPER' }>['paper']) => {
  await must(id, officer, { event: 'PREPARE_PAPER', paper })
  await must(id, head, { event: paper.step })
}
/** Owes 3 703.00 since August, and its bank has been asked on 10 September. */
async function asked() {
  const unit = await addUnit(f.platform, [1_000_000])
  await billMonth(f.platform, unit.employerId, '2026-08', false)
  at('2026-09-02')
  await proposeEnforcements(f.platform)
  const found = { where: { employerId: unit.employerId } }
  const { id, number } = await f.platform.database.prisma.enforcementCase.findFirstOrThrow(found)
  await must(id, officer, { event: 'INVESTIGATE', ground: 'DECLARED_UNPAID', text })
  await must(id, reviewer, { event: 'VERIFY_ARREARS' })
  await sign(id, { step: 'ORDER_PAYMENT' })
  await must(id, officer, { event: 'SERVE_ORDER', servedOn: today(), way: 'DIRECT', servedTo: '单位前台' })
  at('2026-09-10')
  await followDays(f.platform)
  await sign(id, { step: 'QUERY_ACCOUNTS', banks: [{ id: bankId, name: '示范银行' }] })
  return { ...unit, id, number }
}
async function notified(id: string) {
  await sign(id, { step: 'APPLY_ALLOCATION', bankId, facts: text, other: '' })
  await must(id, department, { event: 'DEMAND_PAYMENT', termDays: 3 })
  await must(id, department, { event: 'DECIDE_ALLOCATION', reasons: text, hidingEvidence: '账户资金正在转出' })
  await must(id, department, { event: 'NOTIFY_BANK' })
}
const requestOf = (caseId: string, kind: string) =>
  f.platform.database.prisma.bankRequest.findFirstOrThrow({ where: { caseId, kind }, orderBy: { createdAt: 'desc' } })
const rehearse = (manner: string) =>
  fetch(`${f.bankUrl}/rehearsal/enforcement`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ manner, account: '', balance: '1000' }),
  })
const reply = (caseNumber: string, request: string, more: Partial<EnforcementReply> = {}) =>
  ({
    kind: 'ALLOCATION',
    request,
    caseNumber,
    reference: `HB-${request}`,
    currency: 'CNY',
    more: false,
    account,
    amount: 100_000,
    valueDate: today(),
    ...more,
  }) as EnforcementReply
const take = async (message: EnforcementReply) => {
  const { outcome, reasons } = await takeBankReply(f.platform, bankId, message)
  return [outcome, ...reasons.map(({ code, law }) => `${code} ${law}`)]
}

describe('the bank’s interface', () => {
  it('is asked once, answers late or when it is asked again, and its money meets the statement', async () => {
    await rehearse('LATE')
    const { id } = await asked()
    const url = f.platform.environment.sandboxBankUrl
    f.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    await deliverRequests(f.platform)
    expect(await requestOf(id, 'INQUIRY')).toMatchObject({ sentAt: null, attempts: 1 })
    f.platform.environment.sandboxBankUrl = url
    // Not before its pause is over.
    await deliverRequests(f.platform)
    expect((await requestOf(id, 'INQUIRY')).sentAt).toBeNull()
    at('2026-09-10', '10:05')
    await deliverRequests(f.platform)
    const replies = async () => (await caseOf(id)).standing.query?.replies
    await expect.poll(replies, { timeout: 10_000 }).toMatchObject([{ balance: 100_000 }])
    expect((await requestOf(id, 'INQUIRY')).ending).toBe('ANSWERED')

    await rehearse('SILENT')
    await notified(id)
    await deliverRequests(f.platform)
    expect((await caseOf(id)).status).toBe('ALLOCATION_DECIDED')
    at('2026-09-10', '11:30')
    await deliverRequests(f.platform)
    const { status, standing, settled } = await caseOf(id)
    expect([status, settled, standing.taken.allocated]).toEqual(['ALLOCATED', 100_000n, 100_000])

    const day = today()
    const { allocation } = standing
    const file = bankFile(day, [line(allocation?.reference ?? '', 100_000, { remittance: '划拨' })])
    await desk.bring(await continuing(f.platform, file), desk.officer, 'FETCHED')
    expect((await desk.itemsOf(day)).map(({ outcome }) => outcome)).toEqual(['MATCHED'])
    expect((await caseOf(id)).settled).toBe(100_000n)
    expect((await proveLedger(f.platform)).holds).toBe(true)
  })

  it('refuses what contradicts our books, by its article, and books nothing; a part and the same twice count once', async () => {
    const { id, number } = await asked()
    const inquiry = await requestOf(id, 'INQUIRY')
    const said = { kind: 'INQUIRY', account, balance: 700, asOf: today(), reference: 'CX-1' } as const
    const answer = (more: object) => {
      const {
        amount: _amount,
        valueDate: _valueDate,
        ...rest
      } = reply(number, inquiry.number, said) as EnforcementReply & {
        amount?: number
        valueDate?: string
      }
      return { ...rest, ...more } as EnforcementReply
    }
    expect(await take(answer({ asOf: '2026-09-09', reference: 'CX-0' }))).toEqual(['REFUSED', 'REPLY_FITS SIL 63'])
    expect(await take(answer({ more: true }))).toEqual(['TAKEN'])
    expect(await take(answer({ more: true }))).toEqual(['REPEATED'])
    expect(await take(answer({ balance: 9 }))).toEqual(['REFUSED', 'REFERENCE_USED SIL 63'])
    expect(await take(answer({ account: null, balance: 0, reference: 'CX-2' }))).toEqual(['TAKEN'])
    await notified(id)
    const notice = (await requestOf(id, 'ALLOCATION')).number
    const before = await caseOf(id)
    const refused: [Partial<EnforcementReply>, string][] = [
      [{ request: 'QZ1999000001-001' }, 'UNKNOWN_REQUEST'],
      [{ request: inquiry.number }, 'UNKNOWN_REQUEST'],
      [{ caseNumber: 'QZ1999000001' }, 'OTHER_CASE'],
      [{ currency: 'USD' }, 'WRONG_CURRENCY'],
      [{ account: '6222021234567890999' }, 'OTHER_ACCOUNT'],
      [{ amount: 9_999_999 }, 'ALLOCATION_FITS'],
      [{ valueDate: '2026-09-09' }, 'ALLOCATION_FITS'],
      [{ reference: 'CX-1' }, 'REFERENCE_USED'],
    ]
    for (const [at, [change, code]] of refused.entries())
      expect([code, await take(reply(number, notice, { reference: `X-${at}`, ...change }))]).toEqual([
        code,
        ['REFUSED', `${code} ACL 47`],
      ])
    expect(await caseOf(id)).toEqual(before)
    // Shown to the agency with the article, in the case and, where it is of none, in the list; to nobody else.
    const shown = `query ($id: ID!) { enforcementCase(id: $id) { bankReplies { outcome } }
      refusedBankReplies(first: 8) { edges { node { caseId reasons { code law } } } } }`
    const { data } = await ask(f.platform, officer, shown, { id })
    expect(data).toMatchObject({
      enforcementCase: { bankReplies: expect.arrayContaining([{ outcome: 'TAKEN' }, { outcome: 'REFUSED' }]) },
      refusedBankReplies: {
        edges: expect.arrayContaining([
          { node: { caseId: null, reasons: [{ code: 'UNKNOWN_REQUEST', law: 'ACL 47' }] } },
        ]),
      },
    })
    for (const other of [partnerViewer('BANK', { partnerId: bankId }), partnerViewer('COURT')])
      expect((await ask(f.platform, other, '{ refusedBankReplies { edges { node { id } } } }')).errors).toEqual([
        'FORBIDDEN',
      ])
    // The desk of the bank has the notice with its own account, that of another bank nothing.
    const waiting = '{ bankRequests { edges { node { kind number account amount drawn named caseId mark } } } }'
    const atDesk = async (partnerId?: string) =>
      (await ask(f.platform, partnerViewer('BANK', partnerId ? { partnerId } : {}), waiting)).data['bankRequests']
    expect(await atDesk(bankId)).toMatchObject({
      edges: [
        { node: { kind: 'ALLOCATION', number: notice, account, drawn: 0, named: [expect.stringContaining('0128')] } },
      ],
    })
    expect(await atDesk()).toEqual({ edges: [] })
    expect((await ask(f.platform, officer, waiting)).errors).toEqual(['FORBIDDEN'])
    const stranger = partnerViewer('BANK')
    const drawing = { event: 'ALLOCATE', amount: 1, valueDate: today(), reference: 'Z-1' }
    const press = `mutation ($id: ID!, $mark: CaseMark!, $input: EnforcementStepInput!) {
      takeEnforcementStep(id: $id, decidedOn: $mark, input: $input) { __typename } }`
    const mark = await markNow(f.platform, enforcementCase, id)
    expect((await ask(f.platform, stranger, press, { id, mark, input: drawing })).errors).toEqual(['NOT_FOUND'])
    expect(await take(reply(number, notice, { reference: 'X-20', more: true }))).toEqual(['TAKEN'])
    expect(await take(reply(number, notice, { reference: 'X-20', more: true }))).toEqual(['REPEATED'])

    // The statement is there before the bank's word: the money waits in suspense, and is taken from there.
    const day = '2026-09-11'
    at(day)
    await desk.bring(
      await continuing(f.platform, bankFile(day, [line('X-21', 50_000, { remittance: '划拨' })])),
      desk.officer,
      'FETCHED',
    )
    expect((await desk.itemsOf(day)).map(({ outcome }) => outcome)).toEqual(['BANK_ONLY'])
    at(day, '10:01')
    const other = reply(number, notice, { reference: 'X-21', amount: 40_000 })
    expect(await take(other)).toEqual(['REFUSED', 'MONEY_KNOWN ACL 47'])
    expect(await take({ ...other, amount: 50_000 } as EnforcementReply)).toEqual(['TAKEN'])
    await finishDays(f.platform)
    expect((await desk.itemsOf(day)).map(({ outcome }) => outcome)).toEqual(['MATCHED'])
    const { status, settled, standing } = await caseOf(id)
    expect([status, settled, standing.allocation?.amount]).toEqual(['ALLOCATED', 150_000n, 150_000])
    expect(await take(reply(number, notice, { reference: 'X-22' }))).toEqual(['REFUSED', 'REQUEST_ENDED ACL 47'])
    expect((await proveLedger(f.platform)).holds).toBe(true)
  })

  it('is told that a notice was withdrawn, and heard only when it signs', async () => {
    await rehearse('BY_HAND')
    const { id } = await asked()
    await deliverRequests(f.platform)
    await must(id, officer, {
      event: 'PREPARE_PAPER',
      paper: { step: 'TERMINATE', ground: 'DEBTOR_ENDED', documentNo: '注1', explanation: text },
    })
    await must(id, head, { event: 'TERMINATE' })
    await deliverRequests(f.platform)
    const { ending, toldAt, number } = await requestOf(id, 'INQUIRY')
    expect([ending, toldAt !== null]).toEqual(['WITHDRAWN', true])
    const body = JSON.stringify(reply('QZ', number))
    const headers = signMessage(Buffer.alloc(32, 9), { method: 'POST', path: '/bank/replies', body }, Date.now())
    const forged = await f.app.inject({ method: 'POST', url: '/bank/replies', payload: body, headers })
    expect(forged.statusCode).toBe(401)
  })
})
