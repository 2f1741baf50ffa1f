import { fen, LANGUAGES, period } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { findFalseNodes } from '@shebao/test-support'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { changeOffice } from '../../register/office/index.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { addBillingDocuments } from './papers.route.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { receiveTransfer } from './receive-transfer.ts'
import { openAttempt } from './open-attempt.ts'
import { loadReceipt, printReceipt, receiptOf } from './print-receipt.ts'
import { receiptWords } from './receipt-words.ts'
import { loadSource } from './print-notice.ts'
import { reversePayment } from './reverse-payment.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'
import { addOffice } from '../../../testing/readers.ts'
import { onOfficeSide } from '../../../testing/second-wall.ts'

const inWords = (language: Language) => ({ language, words: receiptWords.released[language] })

let platform: TestPlatform
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  await addOffice(platform)
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addBillingDocuments] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

async function bill({ employerId }: TestEmployer, month: string): Promise<{ id: string; number: string }> {
  platform.clock.set(`${month}-02T10:00:00+08:00`)
  const assessed = await assessEmployer(platform, { employerId, period: period(month) })
  return platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id: assessed?.noticeId ?? '' } })
}

async function transfer(
  { employerId }: TestEmployer,
  amount: number,
  valueDate: string,
  noticeId?: string,
): Promise<string> {
  platform.clock.set(`${valueDate}T10:00:00+08:00`)
  const received = await receiveTransfer(platform, {
    employerId,
    amount: fen(amount),
    valueDate,
    key: crypto.randomUUID(),
    bankReference: `REF-${crypto.randomUUID().slice(0, 8)}`,
    ...(noticeId === undefined ? {} : { noticeId }),
  })
  return received?.paymentId ?? ''
}

const get = async (as: Viewer | undefined, id: string, lang = 'zh-CN') => {
  viewer = as
  return app.inject({ url: `/documents/receipt/${id}.pdf?lang=${lang}` })
}

const registered = (subjectId: string) =>
  platform.database.prisma.document.findMany({ where: { kind: 'PAYMENT_RECEIPT', subjectId } })

describe('the receipt', () => {
  it('tells where money went that names no notice: the vector of 5 000.00 yuan (domain specification 3.5)', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const [june, july] = [await bill(unit, '2024-08'), await bill(unit, '2024-09')]
    const paymentId = await transfer(unit, 500_000, '2024-09-06')
    const source = await loadReceipt(platform, unit.viewer, paymentId)
    const receipt = receiptOf(source, inWords('en'))
    expect(receipt.rows).toEqual([
      [june.number, '2024-08', 'Pension', '800.00', '1,600.00', '2,400.00'],
      ['', '', 'Medical', '203.00', '980.00', '1,183.00'],
      ['', '', 'Unemployment', '50.00', '50.00', '100.00'],
      ['', '', 'Work injury', '0.00', '20.00', '20.00'],
      ['', '', 'Late fee', '0.00', '20.37', '20.37'],
      [july.number, '2024-09', 'Pension', '800.00', '223.63', '1,023.63'],
      ['', '', 'Medical', '203.00', '0.00', '203.00'],
      ['', '', 'Unemployment', '50.00', '0.00', '50.00'],
    ])
    expect(receipt.sums?.slice(3)).toEqual(['2,106.00', '2,894.00', '5,000.00'])
    expect(receipt.amounts).toEqual([
      ['Debts settled', '5,000.00'],
      ['Amount received', '¥ 5,000.00'],
    ])
    expect(Object.fromEntries(receipt.facts)).toMatchObject({
      Payer: expect.stringContaining('示例单位'),
      'Received on': '2024-09-06',
      'Bank reference': expect.stringMatching(/^REF-/),
      Channel: 'Bank transfer',
    })
    const [why] = receipt.derivations
    expect([why?.label, why?.result.value]).toEqual(['PAYMENT', 500_000])
    expect(why?.inputs.map(({ params, result }) => [params['period'], result.value])).toEqual([
      ['2024-08', 372_337],
      ['2024-09', 127_663],
    ])
    expect(receipt.derivations.flatMap(findFalseNodes)).toEqual([])
    const other = receiptOf(source, inWords('zh-CN'))
    expect([other.title, other.rows[4]?.[2]]).toEqual(['社会保险费收款凭证', '滞纳金'])
  })

  it('tells a part of one notice, what is kept as credit, and credit that was used together with the money', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const notice = await bill(unit, '2024-07')
    const amounts = async (id: string) => receiptOf(await loadReceipt(platform, unit.viewer, id), inWords('en')).amounts
    const part = await transfer(unit, 100_000, '2024-07-03', notice.id)
    expect(await amounts(part)).toEqual([
      ['Debts settled', '1,000.00'],
      ['Amount received', '¥ 1,000.00'],
    ])
    await bill(unit, '2024-08')
    const more = await transfer(unit, 300_000, '2024-07-04', notice.id)
    expect(await amounts(more)).toEqual([
      ['Debts settled', '2,703.00'],
      ['Kept as credit', '297.00'],
      ['Amount received', '¥ 3,000.00'],
    ])
    const last = await transfer(unit, 340_600, '2024-08-05')
    expect(await amounts(last)).toEqual([
      ['Debts settled', '3,703.00'],
      ['Less credit from before, used with it', '-297.00'],
      ['Amount received', '¥ 3,406.00'],
    ])
    // What came later does not change what the first one says.
    expect(await amounts(part)).toEqual([
      ['Debts settled', '1,000.00'],
      ['Amount received', '¥ 1,000.00'],
    ])
  })

  it('of money that no debt took says so', async () => {
    const unit = await addEmployer(platform, [])
    const receipt = receiptOf(
      await loadReceipt(platform, unit.viewer, await transfer(unit, 1_000, '2024-07-03')),
      inWords('zh-CN'),
    )
    expect([receipt.rows, receipt.amounts]).toEqual([
      [],
      [
        ['清偿欠费', '0.00'],
        ['转入单位余款', '10.00'],
        ['收款金额', '¥ 10.00'],
      ],
    ])
    expect((await get(unit.viewer, await transfer(unit, 1_000, '2024-07-03'))).statusCode).toBe(200)
  })

  it('is one paper in both languages, for the employer and staff, and for nobody else', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const stranger = await addEmployer(platform, [])
    const id = await transfer(unit, 100_000, '2024-07-03')
    for (const lang of LANGUAGES) {
      const answer = await get(unit.viewer, id, lang)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect((await get(staffViewer(['OFFICER']), id)).statusCode).toBe(200)
    const [document, ...more] = await registered(id)
    expect(more).toEqual([])
    expect(document?.number).toMatch(/^SK20240703-[0-9A-F]{12}$/)
    expect(await verifyDocument(platform, document?.verifyCode ?? '')).toMatchObject({
      kind: 'PAYMENT_RECEIPT',
      status: 'CURRENT',
      number: document?.number,
      summary: { concerning: '2024-07-03', totalFen: 100_000 },
    })
    expect((await get(stranger.viewer, id)).statusCode).toBe(404)
    expect((await get(insuredViewer(unit.individualIds[0] ?? ''), id)).statusCode).toBe(404)
    expect((await get(undefined, id)).statusCode).toBe(401)
    for (const nothing of ['x', crypto.randomUUID()]) expect((await get(unit.viewer, nothing)).statusCode).toBe(404)
  })

  it('is not there for money that was only asked for', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const notice = await bill(unit, '2024-07')
    await openAttempt(platform, {
      noticeId: notice.id,
      key: crypto.randomUUID(),
      channel: 'AGREEMENT_DEBIT',
      actor: { actorKind: 'SYSTEM', origin: 'test' },
      permit: async () => undefined,
    })
    const asked = await platform.database.prisma.payment.findFirstOrThrow({ where: { noticeId: notice.id } })
    expect((await get(unit.viewer, asked.id)).statusCode).toBe(404)
    expect(await registered(asked.id)).toEqual([])
  })

  it('is void once its money was taken back', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit, '2024-07')
    const [taken, kept] = [await transfer(unit, 100_000, '2024-07-03'), await transfer(unit, 50_000, '2024-07-03')]
    for (const id of [taken, kept]) await get(unit.viewer, id)
    expect((await reversePayment(platform, taken, 'test')).kind).toBe('REVERSED')
    const statusOf = async (id: string) => {
      const [document] = await registered(id)
      return (await verifyDocument(platform, document?.verifyCode ?? ''))?.status
    }
    expect([await statusOf(taken), await statusOf(kept)]).toEqual(['WITHDRAWN', 'CURRENT'])
    expect((await get(unit.viewer, taken)).statusCode).toBe(404)
    expect((await get(unit.viewer, kept)).statusCode).toBe(200)
  })
})

it('is not made of money that is taken back while it is being printed', async () => {
  const unit = await addEmployer(platform, [1_000_000])
  await bill(unit, '2024-07')
  const paymentId = await transfer(unit, 100_000, '2024-07-03')
  const overtaken: TestPlatform = {
    ...platform,
    database: Object.create(platform.database, {
      transaction: {
        value: async (work: () => Promise<unknown>) => {
          await onOfficeSide(() => reversePayment(platform, paymentId, 'test'))
          return platform.database.transaction(work)
        },
      },
    }) as TestPlatform['database'],
  }
  await expect(printReceipt(overtaken, unit.viewer, { paymentId, language: 'en' })).rejects.toThrow('No such receipt')
  expect(await registered(paymentId)).toEqual([])
})

describe('money received', () => {
  const query = `query ($first: Int!, $after: String) { employer { paymentsTaken(first: $first, after: $after) {
    edges { cursor node { id amount receivedOn } } pageInfo { hasNextPage } } } }`

  it('is listed newest first, page by page, without what was only asked for or taken back', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    const notice = await bill(unit, '2024-07')
    const first = await transfer(unit, 1_000, '2024-07-03')
    const second = await transfer(unit, 2_000, '2024-07-04', notice.id)
    const third = await transfer(unit, 3_000, '2024-07-05')
    await reversePayment(platform, second, 'test')
    const page = async (after?: string) => {
      const { data, errors } = await ask(platform, unit.viewer, query, { first: 1, after })
      expect(errors).toEqual([])
      return (data['employer'] as unknown as { paymentsTaken: TakenPage }).paymentsTaken
    }
    const newest = await page()
    expect(newest).toMatchObject({
      edges: [{ node: { id: third, amount: 3_000, receivedOn: '2024-07-05' } }],
      pageInfo: { hasNextPage: true },
    })
    expect(await deriveFor(platform, unit.viewer, { payment: third })).toMatchObject({ label: 'PAYMENT' })
    expect(await page(newest.edges[0]?.cursor)).toMatchObject({
      edges: [{ node: { id: first } }],
      pageInfo: { hasNextPage: false },
    })
  })

  it('is read one by one by its employer and staff alone', async () => {
    const unit = await addEmployer(platform, [])
    const stranger = await addEmployer(platform, [])
    const id = await transfer(unit, 1_000, '2024-07-03')
    const one = (as: Viewer | undefined) =>
      ask(platform, as, 'query ($id: ID!) { payment(id: $id) { amount } }', { id })
    expect((await one(unit.viewer)).data['payment']).toEqual({ amount: 1_000 })
    expect((await one(staffViewer(['AUDITOR']))).data['payment']).toEqual({ amount: 1_000 })
    expect((await one(stranger.viewer)).errors).toEqual(['NOT_FOUND'])
    expect((await one(insuredViewer(crypto.randomUUID()))).errors).toEqual(['FORBIDDEN'])
    expect((await one(undefined)).errors.length).toBe(1)
  })
})

it('a paper of earlier money names the account that it went to, whatever the office’s account is by now', async () => {
  const change = async (day: string, payeeNumber: string) => {
    platform.clock.set(`${day}T09:00:00+08:00`)
    const payee = { payeeNumber, payeeName: '社会保险基金收入户', payeeBank: '示范银行' }
    const two = { changedBy: staffViewer(['OFFICER']), confirmedBy: staffViewer(['REVIEWER']) }
    expect(await changeOffice(platform, 'test', payee, two)).toEqual({ kind: 'CHANGED' })
  }
  const [old, fresh] = ['1100600000000026', '1100600000000034']
  await change('2024-08-01', old)
  const unit = await addEmployer(platform, [1_000_000])
  const notice = await bill(unit, '2024-09')
  const first = await transfer(unit, 370_300, '2024-09-03', notice.id)
  await change('2024-09-10', fresh)
  const second = await transfer(unit, 1_000, '2024-09-11')
  const named = async (id: string) => {
    const { facts } = receiptOf(await loadReceipt(platform, unit.viewer, id), inWords('zh-CN'))
    return facts.flatMap(([, value]) => [old, fresh].filter((number) => value.includes(number)))
  }
  expect([await named(first), await named(second)]).toEqual([[old], [fresh]])
  const paper = async (kind: 'NOTICE' | 'VOUCHER', noticeId: string) =>
    (await loadSource(platform, unit.viewer, kind, noticeId)).payee.number
  expect(await paper('VOUCHER', notice.id)).toBe(old)
  const unpaid = await bill(unit, '2024-10')
  expect(await paper('NOTICE', unpaid.id)).toBe(fresh)
  await expect(platform.database.query({ text: `UPDATE office_payee SET number = '1'` })).rejects.toThrow(
    /append|change/i,
  )
})

interface TakenPage {
  edges: { cursor: string; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean }
}
