import { fen } from '@shebao/kernel'
import { amountOf, findPart } from '@shebao/premium'
import { findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { writeOffCase } from './write-off-case.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { listPersonBalances } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { askDerivation } from '../../../testing/ask-derivation.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())
afterEach(async () => {
  const { breaks } = await proveLedger(f.platform)
  if (breaks.length > 0) throw new Error(breaks.join('\n'))
})

interface Outcome {
  __typename?: string
  reason?: string
  writeOff?: { id: string; state: string; amount: number }
}

const shape = `{ __typename ... on WriteOffStepTaken { writeOff { id state amount } } ... on WriteOffRefused { reason } }`

async function request(viewer: Viewer | undefined, noticeId: string, given: Record<string, unknown> = {}) {
  const input = {
    noticeId,
    ground: 'DECISION_REVOKED',
    documentNo: '(2024)京执字第12号',
    explanation: '裁定终结执行',
    files: [await handInFile(f.platform, viewer)],
    ...given,
  }
  const source = `mutation ($input: WriteOffRequestInput!) { requestWriteOff(input: $input) ${shape} }`
  const { data, errors } = await ask(f.platform, viewer, source, { input })
  return { ...(data['requestWriteOff'] as Outcome | undefined), errors }
}

/** Decided on the case as it is now, unless it was looked at earlier. */
async function decide(
  viewer: Viewer | undefined,
  id: string | undefined,
  confirm: boolean,
  refusal?: string,
  mark?: string,
) {
  const decidedOn = mark ?? (await markNow(f.platform, writeOffCase, id ?? ''))
  const source = `mutation ($id: ID!, $decidedOn: CaseMark!, $confirm: Boolean!, $refusal: String) { decideWriteOff(id: $id, decidedOn: $decidedOn, confirm: $confirm, refusal: $refusal) ${shape} }`
  const { data, errors } = await ask(f.platform, viewer, source, { id, decidedOn, confirm, refusal })
  return { ...(data['decideWriteOff'] as Outcome | undefined), errors }
}

async function derivationOf(viewer: Viewer, id: string | undefined) {
  const { derivation, errors } = await askDerivation(f.platform, viewer, { writeOff: id })
  return { why: derivation?.explanation, errors }
}

const notice = (id: string) => f.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })

/** Due on Monday 2024-08-26; 11 days late on 6 September cost 20.37. */
async function overdueNotice(wages: readonly number[] = [1_000_000]) {
  const unit = await addUnit(f.platform, wages)
  const noticeId = await billMonth(f.platform, unit.employerId, '2024-08', false)
  f.platform.clock.set('2024-09-06T10:00:00+08:00')
  return { ...unit, noticeId }
}

/** What was owed on the day of the request or decision, from premiums, late fee and payments. */
async function expectDerived(id: string | undefined, amount: number) {
  const { why } = await derivationOf(f.auditor, id)
  if (!why) throw new Error('there is no derivation')
  expect([why.label, amountOf(why), findFalseNodes(why)]).toEqual(['OUTSTANDING', amount, []])
  expect(findPart(why, { label: 'LATE_FEE_STRETCH' })).toBeDefined()
}

describe('a write-off', () => {
  it('ends the debt with the late fee of the day, and the people’s months stay unpaid', async () => {
    const { noticeId, employerId, individualIds } = await overdueNotice()
    const requested = await request(f.officer, noticeId)
    expect(requested.writeOff).toMatchObject({ state: 'REQUESTED', amount: 372_337 })
    await expectDerived(requested.writeOff?.id, 372_337)
    f.platform.clock.set('2024-09-09T10:00:00+08:00')
    const done = await decide(f.head, requested.writeOff?.id, true)
    // Three days more: 25.92 (3 703.00 x 14 x 5 / 10 000 = 25.921).
    expect(done.writeOff).toMatchObject({ state: 'CONFIRMED', amount: 372_892 })
    expect(await notice(noticeId)).toMatchObject({
      status: 'WRITTEN_OFF',
      postedOn: null,
      lateFee: 2_592n,
      total: 372_892n,
    })
    await expectDerived(requested.writeOff?.id, 372_892)
    const { balances } = await proveLedger(f.platform)
    expect([balances.get(`RECEIVABLE:${employerId}`), balances.get('WRITE_OFF')]).toEqual([0, 372_892])
    const [month] = await listPersonBalances(f.platform, individualIds[0] ?? '', { from: '2024-08', to: '2024-08' }, 1)
    expect(month?.status).toBe('UNPAID')
  })

  it('of what is being enforced waits until its case has ended (ACL 40)', async () => {
    const { noticeId, employerId } = await overdueNotice()
    const { prisma } = f.platform.database
    const at = f.platform.clock.now()
    const { id: caseId } = await prisma.enforcementCase.create({
      data: {
        number: `QZ${noticeId}`,
        employerId,
        openedAt: at,
        changedAt: at,
        principal: 1n,
        lateFee: 0n,
        settled: 0n,
        computedOn: '2024-09-06',
        standing: {},
      },
    })
    await prisma.enforcementDebt.create({ data: { caseId, noticeId } })
    expect(await request(f.officer, noticeId)).toMatchObject({ reason: 'CASE_RUNNING' })
    await prisma.enforcementDebt.updateMany({ where: { caseId }, data: { endedAt: at } })
    expect((await request(f.officer, noticeId)).writeOff).toMatchObject({ state: 'REQUESTED' })
  })

  it('leaves what was paid before as paid to the debt, and later money stays the employer’s', async () => {
    const { noticeId, employerId, viewer, individualIds } = await overdueNotice()
    await receiveMoney(f.platform, {
      employerId,
      amount: fen(100_000),
      valueDate: '2024-09-06',
      key: crypto.randomUUID(),
    })
    const { writeOff } = await request(f.officer, noticeId)
    expect(writeOff?.amount).toBe(272_337)
    await expectDerived(writeOff?.id, 272_337)
    await decide(f.head, writeOff?.id, true)
    const late = await receiveMoney(f.platform, {
      employerId,
      amount: fen(5_000),
      valueDate: '2024-09-06',
      key: crypto.randomUUID(),
      noticeId,
    })
    expect(late.remaining).toBe(5_000)
    const pay = `mutation ($id: ID!) { startPayment(noticeId: $id, idempotencyKey: "12345678", language: EN) { ... on PaymentRefused { reason notice { status overdue total } } } }`
    const { data } = await ask(f.platform, viewer, pay, { id: noticeId })
    expect(data['startPayment']).toEqual({
      reason: 'WRITTEN_OFF',
      notice: { status: 'WRITTEN_OFF', overdue: false, total: 0 },
    })
    const rows = await f.platform.database.prisma.premiumPayment.findMany({
      where: { individualId: individualIds[0] ?? '' },
    })
    expect(rows.map(({ status }) => status)).toEqual(['UNPAID'])
  })

  it('is asked for and decided by two people, each with the role for it', async () => {
    const { noticeId, employerId } = await overdueNotice()
    for (const stranger of [f.reviewer, f.auditor, employerViewer(employerId)])
      expect((await request(stranger, noticeId)).errors).toEqual(['FORBIDDEN'])
    expect((await request(undefined, noticeId)).errors).toEqual(['UNAUTHENTICATED'])
    const { writeOff } = await request(f.head, noticeId)
    for (const stranger of [f.officer, f.reviewer, f.auditor, employerViewer(employerId)])
      expect((await decide(stranger, writeOff?.id, true)).errors).toEqual(['FORBIDDEN'])
    expect((await derivationOf(employerViewer(employerId), writeOff?.id)).errors).toEqual(['FORBIDDEN'])
    expect((await derivationOf(f.auditor, crypto.randomUUID())).errors).toEqual(['NOT_FOUND'])
    expect((await decide(f.head, writeOff?.id, true)).reason).toBe('SAME_PERSON')
    const other = { ...f.head, accountId: crypto.randomUUID() }
    expect((await decide(other, writeOff?.id, false)).errors).toEqual(['BAD_USER_INPUT'])
    expect((await decide(other, writeOff?.id, false, '证据不足')).writeOff?.state).toBe('REFUSED')
    expect((await decide(other, writeOff?.id, true)).reason).toBe('NOT_IN_STATE')
    expect(await notice(noticeId)).toMatchObject({ status: 'UNPAID' })
    expect((await request(f.officer, noticeId)).writeOff?.state).toBe('REQUESTED')
  })

  it('needs a debt that is overdue, one request at a time, and a document', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    const noticeId = await billMonth(f.platform, unit.employerId, '2024-08', false)
    expect((await request(f.officer, noticeId)).reason).toBe('NOT_OVERDUE')
    f.platform.clock.set('2024-09-06T10:00:00+08:00')
    expect((await request(f.officer, noticeId, { documentNo: ' ' })).errors).toEqual(['BAD_USER_INPUT'])
    const { writeOff } = await request(f.officer, noticeId)
    expect((await request(f.officer, noticeId)).reason).toBe('ALREADY_REQUESTED')
    await receiveMoney(f.platform, {
      employerId: unit.employerId,
      amount: fen(372_337),
      valueDate: '2024-09-06',
      key: crypto.randomUUID(),
    })
    expect((await decide(f.head, writeOff?.id, true)).reason).toBe('NOTHING_OWED')
    expect((await request(f.officer, noticeId)).reason).toBe('NOTHING_OWED')
    expect((await request(f.officer, crypto.randomUUID())).reason).toBe('NOTHING_OWED')
    expect((await request(f.officer, 'x')).errors).toEqual(['NOT_FOUND'])
  })

  it('needs the document itself, which the second person and everybody who sees the case reads', async () => {
    const { noticeId, employerId } = await overdueNotice()
    expect((await request(f.officer, noticeId, { files: [] })).reason).toBe('DOCUMENT_MISSING')
    const others = await handInFile(f.platform, f.head)
    expect((await request(f.officer, noticeId, { files: [others] })).errors).toEqual(['BAD_USER_INPUT'])
    // A request that was refused for its file has left nothing behind.
    const file = await handInFile(f.platform, f.officer, '裁定书.pdf')
    const { writeOff } = await request(f.officer, noticeId, { files: [file] })
    const source = `query ($id: ID!) { writeOff(id: $id) { files { id name mediaType subjectKind subjectId } } }`
    for (const reader of [f.head, f.auditor]) {
      const { data } = await ask(f.platform, reader, source, { id: writeOff?.id })
      expect(data['writeOff']).toEqual({
        files: [
          {
            id: file,
            name: '裁定书.pdf',
            mediaType: 'application/pdf',
            subjectKind: 'WRITE_OFF',
            subjectId: writeOff?.id,
          },
        ],
      })
    }
    const readers = [f.officer, f.head, f.auditor, employerViewer(employerId), undefined]
    expect(await whoOpens(f.platform, file, readers)).toEqual([
      'OPENS',
      'OPENS',
      'OPENS',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ])
    expect((await ask(f.platform, employerViewer(employerId), source, { id: writeOff?.id })).errors).toEqual([
      'FORBIDDEN',
    ])
  })

  it('of a unit that still insures people is refused, as is one before the steps of SIL 63 can be over', async () => {
    const { noticeId, employerId } = await overdueNotice()
    const refusal = async (ground: string) => {
      const files = [await handInFile(f.platform, f.officer)]
      const input = { noticeId, ground, documentNo: '(2024)京01执12号', explanation: '裁定终结执行', files }
      const source = `mutation ($input: WriteOffRequestInput!) { requestWriteOff(input: $input) { ... on WriteOffRefused { reason insured earliestOn } ... on WriteOffStepTaken { writeOff { id insuredNow people dueOn overdueDays } } } }`
      const { data } = await ask(f.platform, f.officer, source, { input })
      return data['requestWriteOff'] as unknown as { writeOff?: { id: string } }
    }
    expect(await refusal('DEBTOR_ENDED')).toEqual({ reason: 'UNIT_RUNNING', insured: 1, earliestOn: null })
    expect(await refusal('COURT_RULING')).toEqual({ reason: 'TOO_EARLY', insured: null, earliestOn: '2024-09-25' })
    await f.platform.database.prisma.enrolment.updateMany({ where: { employerId }, data: { toPeriod: '2024-08' } })
    expect(await refusal('DEBTOR_ENDED')).toMatchObject({ reason: 'TOO_EARLY' })
    f.platform.clock.set('2024-09-25T10:00:00+08:00')
    const asked = await refusal('DEBTOR_ENDED')
    expect(asked.writeOff).toMatchObject({ insuredNow: 0, people: 1, dueOn: '2024-08-26', overdueDays: 30 })
    // The unit began to insure again meanwhile: the second person cannot confirm what no longer holds.
    await f.platform.database.prisma.enrolment.updateMany({ where: { employerId }, data: { toPeriod: null } })
    expect((await decide(f.head, asked.writeOff?.id, true)).reason).toBe('UNIT_RUNNING')
  })

  it('two decisions at once are one', async () => {
    const { noticeId } = await overdueNotice()
    const { writeOff } = await request(f.officer, noticeId)
    // Both looked before either decided.
    const mark = await markNow(f.platform, writeOffCase, writeOff?.id ?? '')
    const both = await Promise.all([1, 2].map(() => decide(f.head, writeOff?.id, true, undefined, mark)))
    expect(
      both
        .map(({ writeOff: done, __typename = '' }) => done?.state ?? __typename)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['CONFIRMED', 'StaleDecision'])
  })

  it('is held to two people and one decision by the database too', async () => {
    const { noticeId } = await overdueNotice()
    const { writeOff } = await request(f.officer, noticeId)
    const set = (change: string) =>
      f.platform.database.query({ text: `UPDATE write_off SET ${change} WHERE id = '${writeOff?.id}'` })
    await expect(set(`status = 'CONFIRMED', decided_by = requested_by`)).rejects.toThrow(/write_off_four_eyes/)
    await expect(set(`amount = 1`)).rejects.toThrow(/decided once/)
    await expect(set(`status = 'CONFIRMED'`)).rejects.toThrow(/decided once/)
    await decide(f.head, writeOff?.id, false, '证据不足')
    await expect(set(`status = 'CONFIRMED', decided_by = '${crypto.randomUUID()}'`)).rejects.toThrow(/decided once/)
    await expect(
      f.platform.database.query({ text: `DELETE FROM write_off WHERE id = '${writeOff?.id}'` }),
    ).rejects.toThrow(/change|append/i)
  })
})
