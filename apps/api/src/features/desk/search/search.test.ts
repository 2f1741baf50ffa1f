import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import { openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { addRowsOfEmployer } from '../../../testing/rows-of-an-employer.ts'
import type { RowsOfEmployer } from '../../../testing/rows-of-an-employer.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { Viewer } from '../../../access/viewer.ts'

let platform: TestPlatform
let rows: RowsOfEmployer
let employer: { registrationNo: string; creditCode: string; name: string }
const officer = staffViewer(['OFFICER'])
const idNumber = '11010119900307299X'
beforeAll(async () => {
  platform = (await openRefundFixture()).platform
  rows = await addRowsOfEmployer(platform)
  const { prisma } = platform.database
  employer = await prisma.employer.findUniqueOrThrow({ where: { id: rows.employerId } })
  await prisma.individual.update({
    where: { id: rows.individualId },
    data: {
      idHash: platform.vault.lookupHash('person-id', idNumber),
      idMasked: '110*************9X',
      nameMasked: '张*',
    },
  })
  await prisma.card.create({
    data: {
      individualId: rows.individualId,
      numberHash: platform.vault.lookupHash('card-number', 'A12345678'),
      numberCipher: platform.vault.seal('A12345678'),
      numberMasked: 'A******78',
      bankName: '北京银行',
      status: 'NORMAL',
      activatedOn: '2020-03-05',
    },
  })
  await prisma.payment.update({ where: { id: rows.paymentId }, data: { bankReference: 'bk-2026-a1' } })
  await prisma.document.create({
    data: {
      kind: 'UNIT_CERTIFICATE',
      number: 'ZM20260001',
      verifyCode: '23456789ABCDEFGH',
      contentHash: 'c0ffee',
      subjectId: rows.employerId,
      summary: {},
    },
  })
}, 60_000)
afterAll(() => platform.close())

interface Hit {
  kind: string
  id: string
  employerId: string | null
}
const query =
  'query ($number: String!) { findNumber(number: $number) { kind id employerId employerName concerning amount } }'
async function find(number: string, viewer: Viewer = officer): Promise<Hit[]> {
  const { data, errors } = await ask(platform, viewer, query, { number })
  expect(errors).toEqual([])
  return (data as unknown as { findNumber: Hit[] }).findNumber
}

describe('a number of the office', () => {
  it('is found on whatever it is printed, by the whole number alone', async () => {
    const { prisma } = platform.database
    const notice = await prisma.paymentNotice.findUniqueOrThrow({ where: { id: rows.noticeId } })
    const refund = await prisma.refund.findUniqueOrThrow({ where: { id: rows.refundId } })
    const backPayment = await prisma.backPayment.update({ where: { id: rows.backPaymentId }, data: { number: 'BJ1' } })
    const agreement = await prisma.debitAgreement.findUniqueOrThrow({ where: { id: rows.agreementId } })
    const wanted: [string, Partial<Hit>][] = [
      [employer.registrationNo, { kind: 'EMPLOYER', id: rows.employerId }],
      [employer.creditCode, { kind: 'EMPLOYER', id: rows.employerId }],
      [notice.number, { kind: 'NOTICE', id: rows.noticeId, employerId: rows.employerId }],
      ['bk-2026-a1', { kind: 'PAYMENT', id: rows.paymentId }],
      [refund.number, { kind: 'REFUND', id: rows.refundId }],
      [backPayment.number, { kind: 'BACK_PAYMENT', id: rows.backPaymentId }],
      [agreement.agreementNo, { kind: 'DEBIT_AGREEMENT', id: rows.agreementId }],
      ['ZM20260001', { kind: 'DOCUMENT', id: '23456789ABCDEFGH' }],
      ['2345-6789-abcd-efgh', { kind: 'DOCUMENT', id: '23456789ABCDEFGH' }],
    ]
    for (const [number, hit] of wanted) expect(await find(number), number).toMatchObject([hit])
    expect(await find(` ${notice.number.toLowerCase()} `)).toMatchObject([{ kind: 'NOTICE' }])
    expect(await find(notice.number.slice(0, -1))).toEqual([])
    expect(await find('%')).toEqual([])
  })

  it('is looked for in one statement, and not without a number', async () => {
    expect(await countStatements(() => find(employer.creditCode))).toBe(1)
    for (const number of ['', '   ', '1'.repeat(65)])
      expect((await ask(platform, officer, query, { number })).errors).toEqual(['BAD_USER_INPUT'])
  })
})

describe('a person', () => {
  const mutation = `mutation ($number: String!) { findPerson(number: $number) { id idMasked nameMasked spells { employerId toPeriod } } }`
  const findPerson = (number: string, viewer?: Viewer) => ask(platform, viewer ?? officer, mutation, { number })
  const trail = () =>
    platform.database.prisma.auditEvent.findMany({ where: { action: 'FIND_PERSON' }, orderBy: { seq: 'asc' } })

  it('is found by the whole number of the document or the card, masked, and the trail says who looked', async () => {
    for (const number of [idNumber, '110101 19900307 299x', 'A12345678']) {
      const { data } = await findPerson(number)
      expect(data).toEqual({
        findPerson: {
          id: rows.individualId,
          idMasked: '110*************9X',
          nameMasked: '张*',
          spells: [{ employerId: rows.employerId, toPeriod: null }],
        },
      })
    }
    expect((await findPerson('110101199003072998')).data).toEqual({ findPerson: null })
    const entries = await trail()
    expect(entries.map(({ actorId, recordId, change }) => ({ actorId, recordId, change }))).toEqual([
      ...[1, 2, 3].map(() => ({
        actorId: officer.accountId,
        recordId: rows.individualId,
        change: { idMasked: '110*************9X', found: true },
      })),
      { actorId: officer.accountId, recordId: '', change: { idMasked: '110*************98', found: false } },
    ])
    expect(JSON.stringify(entries.map(({ change }) => change))).not.toContain(idNumber)
  })

  it('is not found for those who do not handle cases', async () => {
    const before = (await trail()).length
    for (const viewer of [staffViewer(['AUDITOR']), employerViewer(rows.employerId), insuredViewer(rows.individualId)])
      expect((await findPerson(idNumber, viewer)).errors).toEqual(['FORBIDDEN'])
    expect((await ask(platform, undefined, mutation, { number: idNumber })).errors).toEqual(['UNAUTHENTICATED'])
    expect((await ask(platform, employerViewer(rows.employerId), query, { number: '1' })).errors).toEqual(['FORBIDDEN'])
    expect((await trail()).length).toBe(before)
  })
})
