import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { beginPayment, reportPaid } from '../../../testing/money/payment/paid-online.ts'
import { demonstrationPayee } from '../../register/office/payee.ts'
import { createDesk } from '../../../testing/money/reconciliation/office-day.ts'
import { bankFile, continuing, line } from '../../../testing/money/reconciliation/statement-files.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { importStatement } from './import-statement.ts'
import { suggestClaims } from './suggest-claims.ts'

let fixture: BillingFixture
let desk: ReturnType<typeof createDesk>
beforeAll(async () => {
  fixture = await openBillingFixture()
  desk = createDesk(fixture)
  fixture.platform.clock.set('2026-11-25T10:00:00+08:00')
})
afterAll(() => fixture.close())

const vector = 370_300
const bring = async (day: string, lines: Parameters<typeof bankFile>[1]) =>
  desk.bring(await continuing(fixture.platform, bankFile(day, lines)), desk.officer, 'FETCHED')

it('whose money it may be is suggested: the account before the name, the name before a number, a number before the amount', async () => {
  const [byAccount, byName, byAmount] = [await desk.bill(), await desk.bill(), await desk.bill([2_000_000])]
  const { prisma } = fixture.platform.database
  const account = '6222000011112222'
  await prisma.employer.update({
    where: { id: byAccount.employerId },
    data: { bankAccountCipher: fixture.platform.vault.seal(account), bankAccountMasked: '************2222' },
  })
  const { total } = await prisma.paymentNotice.findUniqueOrThrow({ where: { id: byAmount.noticeId } })
  const day = '2026-10-12'
  await bring(day, [line('Q-1', Number(total), { payerName: byName.name, payerAccount: account, remittance: '' })])
  const [item] = await desk.itemsOf(day)
  if (!item) throw new Error('no item')
  const suggested = await suggestClaims(fixture.platform, item)
  expect(suggested.map(({ employer, reasons }) => [employer.id, reasons])).toEqual([
    [byAccount.employerId, ['ACCOUNT']],
    [byName.employerId, ['NAME']],
    [byAmount.employerId, ['AMOUNT']],
  ])
  expect(suggested.map(({ comparison }) => comparison)).toMatchObject([
    { nameAgrees: false, accountAgrees: true, samePayer: true },
    { nameAgrees: true, accountAgrees: false, samePayer: true },
    { samePayer: false },
  ])
  expect(suggested[2]?.noticeNumber).toBe(byAmount.number)
  // The account of the statement is kept as a hash and in no readable way.
  const [entry] = await prisma.statementEntry.findMany({ where: { reference: 'Q-1' } })
  expect(
    JSON.stringify(entry, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(account)
})

it('an employer reads what came of it and waits; what is only suggested staff alone read', async () => {
  const billed = await desk.bill()
  const day = '2026-10-14'
  await bring(day, [line('Q-2', 500, { payerName: billed.name }), line('Q-3', 700, { payerName: '别人' })])
  const source = '{ employer { waitingMoney { amount why reference } } }'
  const own = async () => (await ask(fixture.platform, billed.viewer, source)).data['employer']
  expect(await own()).toEqual({ waitingMoney: [] })
  const staff = await ask(
    fixture.platform,
    desk.head,
    'query ($id: ID!) { registeredUnit(id: $id) { waitingMoney { amount why reference day } } }',
    { id: billed.employerId },
  )
  expect(staff.errors).toEqual([])
  expect(staff.data['registeredUnit']).toEqual({
    waitingMoney: [{ amount: 500, why: 'SUGGESTED', reference: 'Q-2', day }],
  })
  const other = (await desk.itemsOf(day)).find(({ reference }) => reference === 'Q-3')
  const file = await handInFile(fixture.platform, desk.officer, '代付说明.pdf')
  await desk.claim(other?.id ?? '', billed.employerId, desk.officer, { asOtherPayer: true, files: [file] })
  expect(await whoOpens(fixture.platform, file, [desk.head, billed.viewer])).toEqual(['OPENS', 'NOT_FOUND'])
  expect(await own()).toEqual({ waitingMoney: [{ amount: 700, why: 'CLAIM_ASKED', reference: 'Q-3' }] })
  // Paid one yuan short: not taken, and in sight.
  const key = await beginPayment(fixture, billed)
  await reportPaid(fixture, key, { reference: 'Q-4', day: '2026-11-25', amount: vector - 100 })
  expect(await own()).toMatchObject({
    waitingMoney: expect.arrayContaining([{ amount: vector - 100, why: 'AMOUNT_DIFF', reference: 'Q-4' }]),
  })
  const stranger = employerViewer(crypto.randomUUID())
  const asked = await ask(
    fixture.platform,
    stranger,
    'query ($id: ID!) { registeredUnit(id: $id) { waitingMoney { amount } } }',
    { id: billed.employerId },
  )
  expect(asked.errors).toEqual(['FORBIDDEN'])
})

it('a bank’s own words over its columns are learned once, in whatever encoding and with whatever between the cells', async () => {
  const textOf = (day: string, opening: string, closing: string) =>
    [
      ['某某银行', '交易清单'],
      ['账号', demonstrationPayee.number, '编号', `L-${day}`, '对账日期', day, '期初余额', opening],
      ['发生日', '凭单', '进账', '来源'],
      [day, `L-${day}`, '12.00', '甲，公司'],
      ['合计', '笔数', '1', '金额', '12.00', '期末余额', closing],
      [''],
    ]
      .map((row) => row.join(';'))
      .join('\r\n')
  const takeBytes = (bytes: Uint8Array, layout?: Parameters<typeof importStatement>[1]['layout']) =>
    importStatement(fixture.platform, {
      bytes,
      fileName: 'l.csv',
      how: 'BROUGHT',
      viewer: desk.officer,
      origin: 'test',
      layout,
    })
  const [one, two] = ['2026-10-16', '2026-10-17']
  const last = Number((await desk.statementOf('2026-10-14'))?.closingBalance)
  const yuan = (amount: number) => (amount / 100).toFixed(2)
  const first = encodeGb18030(textOf(one, yuan(last), yuan(last + 1200)))
  expect(await takeBytes(first)).toMatchObject({ problems: [{ code: 'COLUMNS_UNKNOWN' }], table: expect.any(Array) })
  const columns = { 发生日: 'bookedOn', 凭单: 'reference', 进账: 'credit', 来源: 'payerName' } as const
  expect(await takeBytes(first, { columns })).toMatchObject({ kind: 'IMPORTED', entries: 1, held: true })
  const second = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(textOf(two, yuan(last + 1200), yuan(last + 2400)), 'utf16le'),
  ])
  expect(await takeBytes(second)).toMatchObject({ kind: 'IMPORTED', day: two })
  expect(await desk.itemsOf(two)).toMatchObject([{ payerName: '甲，公司', bankAmount: 1200n }])
})
