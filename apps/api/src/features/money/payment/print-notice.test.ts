import { afterAll, beforeAll, expect, it } from 'vitest'
import { fen } from '@shebao/kernel'
import { createServer } from '../../../server.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { addBillingDocuments } from './papers.route.ts'
import { assessDeclaration } from '../assessment/assess-declaration.ts'
import { printNotice } from './print-notice.ts'
import { reversePayment } from './reverse-payment.ts'
import { addEmployer, openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'
import { addOffice } from '../../../testing/readers.ts'
import { onOfficeSide } from '../../../testing/second-wall.ts'

let fixture: BillingFixture
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  fixture = await openBillingFixture()
  app = await createServer(fixture.platform, { findViewer: async () => viewer, routes: [addBillingDocuments] })
  await addOffice(fixture.platform)
})
afterAll(async () => {
  await app.close()
  await fixture.close()
})

it('prints the notice in both languages for its employer and staff, and nothing for anyone else', async () => {
  const employer = await addEmployer(fixture.platform, [1_000_000])
  const stranger = await addEmployer(fixture.platform, [])
  const assessed = await assessDeclaration(fixture.platform, {
    declarationId: employer.declarationId,
    complete: someCompleteDeclaration(),
  })
  const get = async (as: Viewer | undefined, path: string) => {
    viewer = as
    return app.inject({ url: path })
  }
  const notice = `/documents/notice/${assessed?.noticeId}.pdf`
  for (const lang of ['zh-CN', 'en']) {
    const answer = await get(employer.viewer, `${notice}?lang=${lang}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect((await get(staffViewer(['OFFICER']), notice)).statusCode).toBe(200)
  expect((await get(stranger.viewer, notice)).statusCode).toBe(404)
  expect((await get(undefined, notice)).statusCode).toBe(401)
  expect((await get(employer.viewer, '/documents/notice/x.pdf')).statusCode).toBe(404)
  // No voucher before the money is there.
  expect((await get(employer.viewer, `/documents/voucher/${assessed?.noticeId}.pdf`)).statusCode).toBe(404)

  const key = crypto.randomUUID()
  await ask(
    fixture.platform,
    employer.viewer,
    'mutation ($id: ID!, $key: String!) { startPayment(noticeId: $id, idempotencyKey: $key, language: EN) { __typename } }',
    { id: assessed?.noticeId, key },
  )
  await fixture.notify({
    eventId: 'e1',
    key,
    sequence: 2,
    type: 'PAID',
    amount: 370_300,
    reference: 'R1',
    failure: null,
    occurredAt: '2026-11-23T02:00:00.000Z',
  })
  expect((await get(employer.viewer, `/documents/voucher/${assessed?.noticeId}.pdf`)).statusCode).toBe(200)
  const documents = await fixture.platform.database.prisma.document.findMany({ orderBy: { kind: 'asc' } })
  expect(documents.map(({ kind }) => kind)).toEqual(['PAYMENT_NOTICE', 'PAYMENT_VOUCHER'])
  expect(documents[1]?.summary).toMatchObject({ concerning: '2026-11', people: 1, totalFen: 370_300 })

  // Whoever is signed in checks a paper like anybody else.
  const checking = 'query ($code: String!) { verifyDocument(code: $code) { status signature { state } } }'
  for (const reader of [undefined, employer.viewer])
    expect(await ask(fixture.platform, reader, checking, { code: documents[0]?.verifyCode })).toMatchObject({
      data: { verifyDocument: { status: 'CURRENT', signature: { state: 'SIGNED' } } },
    })

  // Taken back at the bank: the paper is void, there is none while nothing is paid, and the next payment has one of its own.
  const { platform } = fixture
  const paid = await platform.database.prisma.payment.findUniqueOrThrow({ where: { idempotencyKey: key } })
  const asked = { noticeId: assessed?.noticeId ?? '', language: 'en' } as const
  await expect(printNotice(takenBackMeanwhile(paid.id), employer.viewer, 'VOUCHER', asked)).rejects.toThrow(
    'No such document',
  )
  expect((await verifyDocument(platform, documents[1]?.verifyCode ?? ''))?.status).toBe('WITHDRAWN')
  expect((await verifyDocument(platform, documents[0]?.verifyCode ?? ''))?.status).toBe('CURRENT')
  expect((await get(employer.viewer, `/documents/voucher/${assessed?.noticeId}.pdf`)).statusCode).toBe(404)
  await receiveMoney(platform, {
    employerId: employer.employerId,
    amount: fen(370_300),
    valueDate: '2026-11-24',
    key: 'again',
  })
  for (const _asked of [1, 2])
    expect((await get(employer.viewer, `/documents/voucher/${assessed?.noticeId}.pdf`)).statusCode).toBe(200)
  const vouchers = await platform.database.prisma.document.findMany({
    where: { kind: 'PAYMENT_VOUCHER' },
    orderBy: { version: 'asc' },
  })
  const number = documents[1]?.number ?? ''
  expect(vouchers.map((voucher) => voucher.number)).toEqual([number, `${number}2`])
  expect(vouchers[1]?.contentHash).not.toBe(vouchers[0]?.contentHash)
  expect((await verifyDocument(platform, vouchers[1]?.verifyCode ?? ''))?.status).toBe('CURRENT')
  expect((await verifyDocument(platform, vouchers[0]?.verifyCode ?? ''))?.status).toBe('WITHDRAWN')
})

/** A payment is taken back after the notice was read and before its voucher is registered. */
function takenBackMeanwhile(paymentId: string): BillingFixture['platform'] {
  const { platform } = fixture
  let taken = false
  const transaction = async (work: () => Promise<unknown>) => {
    if (!taken) await onOfficeSide(() => reversePayment(platform, paymentId, 'test'))
    taken = true
    return platform.database.transaction(work)
  }
  const database = Object.create(platform.database, { transaction: { value: transaction } }) as typeof platform.database
  return { ...platform, database }
}
