import { fen, period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarationNow, givenOffice, openDraft } from '../../../testing/inspection-scenario.ts'
import { declareAndAccept, declareAndReview, givenDeclaredUnit } from '../../../testing/filing/review/declared-year.ts'
import type { DeclaredAverage, DeclaredUnit } from '../../../testing/filing/review/declared-year.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { findEmployerBalance } from '../../money/ledger/balances.repository.ts'
import { receiveMoney } from '../../money/settlement/allocate-credit.ts'
import { proveLedger } from '../../money/ledger/prove-ledger.ts'
import { staffViewer } from '../../../testing/ask.ts'
import { openUnitForm } from '../declaration/unit-form-store.ts'
import { loadSource } from '../../money/payment/print-notice.ts'
import { loadReview } from './load-review.ts'
import { estimate } from './read-people.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'

// Beijing: the payment year of 2026 began in July; July and August were billed before its declaration came in September.

let platform: TestPlatform
let seed = 500
beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())

const months = ['2026-06', '2026-07', '2026-08']
const at = (day: string) => platform.clock.set(`${day}T10:00:00+08:00`)

/** Billed until August, then declared and accepted on 10 September. */
async function declared(averages: readonly DeclaredAverage[], change: (unit: DeclaredUnit) => void = () => undefined) {
  const unit = await givenDeclaredUnit(platform, (seed += 1), averages)
  for (const month of months) {
    at(`${month}-03`)
    const bill = await assessEmployer(platform, { employerId: unit.employerId, period: period(month) })
    const paid = { employerId: unit.employerId, amount: bill?.total ?? fen(0), valueDate: `${month}-10` }
    await receiveMoney(platform, { ...paid, key: crypto.randomUUID() })
  }
  change(unit)
  at('2026-09-10')
  const outcome = await declareAndAccept(platform, unit)
  expect(outcome.kind).toBe('done')
  return unit
}

const rowsOf = (individualId: string | undefined) =>
  platform.database.prisma.enrolment.findMany({
    where: { individualId: individualId ?? '', supersededAt: null },
    orderBy: { fromPeriod: 'asc' },
  })
const differencesOf = (employerId: string) =>
  platform.database.prisma.premiumPayment.findMany({
    where: { employerId, kind: 'DIFFERENCE' },
    orderBy: [{ period: 'asc' }, { averageWage: 'desc' }],
  })
const noticesOf = (employerId: string, kind: string) =>
  platform.database.prisma.paymentNotice.findMany({
    where: { employerId, kind },
    orderBy: { period: 'asc' },
    include: { lines: true },
  })

describe('a base that is declared when months of its year are billed already', () => {
  it('holds from July, and what was known before stays as it was known', async () => {
    const { employerId, individualIds } = await declared([{ registered: 1_000_000, declared: 1_200_000 }])
    expect(await rowsOf(individualIds[0])).toMatchObject([
      { fromPeriod: '2023-02', toPeriod: '2026-06', averageWage: 1_000_000n, source: 'REGISTER' },
      {
        fromPeriod: '2026-07',
        toPeriod: null,
        averageWage: 1_200_000n,
        source: 'DECLARATION',
        wagesLastYear: 14_400_000n,
      },
    ])
    const known = await platform.database.prisma.enrolment.findMany({
      where: { employerId, recordedAt: { lte: new Date('2026-09-09T00:00:00Z') } },
    })
    expect(known).toMatchObject([{ fromPeriod: '2023-02', toPeriod: null, averageWage: 1_000_000n }])
    expect(known[0]?.supersededAt).toEqual(platform.clock.now())
  })

  it('costs each person the difference of July and August to the fen, in a notice a month', async () => {
    const { employerId, individualIds } = await declared([
      { registered: 1_000_000, declared: 1_200_000 },
      { registered: 1_000_000, declared: 900_000 },
      { registered: 1_000_000, declared: 1_000_000 },
    ])
    // 2,000.00 more: 16 + 8, 9.8 + 2, 0.5 + 0.5 and 0.2 %; the fixed 3.00 of medical is charged once and already.
    const up = {
      averageWage: 1_200_000n,
      pensionBase: 1_200_000n,
      pensionEmployer: 32_000n,
      pensionPersonal: 16_000n,
      medicalEmployer: 19_600n,
      medicalPersonal: 4_000n,
      unemploymentEmployer: 1_000n,
      unemploymentPersonal: 1_000n,
      workInjuryEmployer: 400n,
      status: 'UNPAID',
    }
    const down = {
      averageWage: 900_000n,
      pensionEmployer: -16_000n,
      pensionPersonal: -8_000n,
      workInjuryEmployer: -200n,
    }
    expect(await differencesOf(employerId)).toMatchObject([
      { ...up, period: '2026-07', individualId: individualIds[0] },
      { ...down, period: '2026-07', individualId: individualIds[1] },
      { ...up, period: '2026-08' },
      { ...down, period: '2026-08' },
    ])
    const notices = await noticesOf(employerId, 'DIFFERENCE')
    expect(notices).toMatchObject([
      { period: '2026-07', total: 37_000n, people: 2, bearsLateFee: true, issuedOn: '2026-09-10', injuryClass: 1 },
      { period: '2026-08', total: 37_000n, people: 2, basis: { version: 1 } },
    ])
    const [september] = (await noticesOf(employerId, 'NORMAL')).slice(-1)
    expect(september).toMatchObject({ period: '2026-09', people: 3 })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('that is lower is credited, and the credit pays what is owed', async () => {
    const { employerId } = await declared([{ registered: 1_000_000, declared: 800_000 }])
    expect(await noticesOf(employerId, 'DIFFERENCE')).toEqual([])
    const rows = await differencesOf(employerId)
    expect(rows.map(({ period: month, status, pensionPersonal }) => [month, status, pensionPersonal])).toEqual([
      ['2026-07', 'PAID', -16_000n],
      ['2026-08', 'PAID', -16_000n],
    ])
    const billed = await platform.database.prisma.paymentNotice.aggregate({
      where: { employerId },
      _sum: { employerTotal: true, personalTotal: true, lateFee: true },
    })
    const { owed, credit } = await findEmployerBalance(platform, employerId)
    const charged = (billed._sum.employerTotal ?? 0n) + (billed._sum.personalTotal ?? 0n) + (billed._sum.lateFee ?? 0n)
    expect({ owed, credit }).toEqual({ owed: Number(charged) - 3 * 370_300 - 2 * 74_000, credit: 0 })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('is derived from both averages back to last year’s wages, and the month itself from what it was billed on', async () => {
    const { employerId, individualIds } = await declared([{ registered: 1_000_000, declared: 1_200_000 }])
    const month = `${individualIds[0]}:2026-07:${employerId}`
    const officer = staffViewer(['OFFICER'])
    const difference = await deriveFor(platform, officer, { month: `${month}:DIFFERENCE` })
    expect(difference.result.value).toBe(74_000)
    const text = JSON.stringify(difference)
    for (const wages of ['12000000', '14400000']) expect(text).toContain(wages)
    const billed = await deriveFor(platform, officer, { month: `${month}:NORMAL` })
    expect(billed.result.value).toBe(370_300)
    expect(JSON.stringify(billed)).toContain('12000000')
  })
})

describe('a base that is declared before its year begins', () => {
  it('holds from July; the month of acceptance is billed on the old one, as the dialog said', async () => {
    const unit = await givenDeclaredUnit(platform, (seed += 1), [{ registered: 1_000_000, declared: 1_200_000 }])
    at('2026-03-10')
    const reviewer = staffViewer(['REVIEWER'])
    const { declarationId, accept } = await declareAndReview(platform, unit)
    const said = await estimate(platform, await loadReview(platform, reviewer, declarationId))
    expect(await accept()).toMatchObject({ kind: 'done' })
    const [march] = await noticesOf(unit.employerId, 'NORMAL')
    expect(march).toMatchObject({ period: '2026-03', total: BigInt(said.total) })
    expect(said.total).toBe(370_300)
    expect((await rowsOf(unit.individualIds[0])).map((row) => [row.fromPeriod, row.toPeriod, row.averageWage])).toEqual(
      [
        ['2023-02', '2026-06', 1_000_000n],
        ['2026-07', null, 1_200_000n],
      ],
    )
    expect(await noticesOf(unit.employerId, 'DIFFERENCE')).toEqual([])
  })
})

describe('a class that is declared anew', () => {
  it('costs everybody the difference, and notices that were issued keep theirs', async () => {
    const { employerId } = await declared([{ registered: 1_000_000, declared: 1_000_000 }], (unit) => {
      unit.answers['injuryClass'] = 2
      unit.answers['industry'] = 'H'
    })
    // 0.4 % for 0.2 % of 10,000.00
    expect(await differencesOf(employerId)).toMatchObject([
      { period: '2026-07', workInjuryEmployer: 2_000n, pensionEmployer: 0n },
      { period: '2026-08', workInjuryEmployer: 2_000n },
    ])
    expect((await noticesOf(employerId, 'NORMAL')).map((one) => [one.period, one.injuryClass])).toEqual([
      ['2026-06', 1],
      ['2026-07', 1],
      ['2026-08', 1],
      ['2026-09', 2],
    ])
    // Printed again today, each says the rate of the class that it was billed by: 0.2 % and 0.4 %.
    const printedAgain = async (month: string) => {
      const notice = (await noticesOf(employerId, 'NORMAL')).find((one) => one.period === month)
      const paper = await loadSource(platform, staffViewer(['OFFICER']), 'NOTICE', notice?.id ?? '')
      const injury = paper.lines.find(({ insurance }) => insurance === 'WORK_INJURY')?.employer
      const derived = JSON.stringify(paper.derivation)
      return [injury, ...[2_000, 4_000].map((ppm) => derived.includes(`{"kind":"PPM","value":${ppm}}`))]
    }
    expect(await printedAgain('2026-08')).toEqual([2_000n, true, false])
    expect(await printedAgain('2026-09')).toEqual([4_000n, false, true])
    const held = await platform.database.prisma.employerParticulars.findMany({
      where: { employerId, supersededAt: null },
      orderBy: { validFrom: 'asc' },
    })
    expect(held.map((row) => [row.validFrom, row.validTo, row.injuryClass, row.industry])).toEqual([
      ['2020-01-01', '2026-06-30', 1, 'I'],
      ['2026-07-01', '2026-09-09', 2, 'H'],
      ['2026-09-10', null, 2, 'H'],
    ])
    const employer = await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    expect(employer).toMatchObject({ injuryClass: 2, industry: 'H' })
  })
})

describe('what else is accepted', () => {
  it('of the unit reaches the register from the day of acceptance: bank, address, representative, handler', async () => {
    const { employerId } = await declared([{ registered: 1_000_000, declared: 1_000_000 }], (unit) => {
      Object.assign(unit.answers, {
        bankName: '示范银行朝阳支行',
        bankAccountNumber: '0200009876543210',
        registeredAddress: '北京市朝阳区新址2号',
        legalRepresentativeName: '赵新任',
      })
    })
    const row = await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    expect(row).toMatchObject({
      bankName: '示范银行朝阳支行',
      registeredAddress: '北京市朝阳区新址2号',
      legalRepName: '赵新任',
    })
    expect(platform.vault.open(row.bankAccountCipher)).toBe('0200009876543210')
    const history = await platform.database.prisma.employerParticulars.findMany({
      where: { employerId, supersededAt: null },
      orderBy: { validFrom: 'asc' },
    })
    expect(history).toMatchObject([
      { validTo: '2026-09-09', source: 'REGISTER', legalRepName: expect.not.stringContaining('赵新任') },
      {
        validFrom: '2026-09-10',
        validTo: null,
        source: 'DECLARATION',
        sourceVersion: 1,
        contactMasked: expect.any(String),
      },
    ])
  })

  it('stands in the next year’s form: handler, branches, other address; counts and wages are asked anew', async () => {
    const branch = { name: '朝阳分公司', head: '李分管', phone: '010-65001234', address: '北京市朝阳区3号' }
    const unit = await declared([{ registered: 1_000_000, declared: 1_000_000 }], ({ answers }) => {
      Object.assign(answers, { hasBranches: true, branches: [branch] })
      Object.assign(answers, { actualAddressDiffers: true, actualAddress: '北京市海淀区实际地址1号' })
    })
    at('2027-01-05')
    const { draft } = openUnitForm(platform.vault, await declarationNow(platform, await openDraft(platform, unit)))
    expect(draft).toMatchObject({
      handlerName: unit.answers['handlerName'],
      handlerPhone: unit.answers['handlerPhone'],
      actualAddress: '北京市海淀区实际地址1号',
      actualAddressDiffers: true,
      branches: [branch],
    })
    for (const asked of ['staffTotal', 'totalWagesLastYear', 'retirees', 'truthDeclared'])
      expect(draft).not.toHaveProperty(asked)
  })

  it('of a name changes the name and nothing else that is sealed', async () => {
    const unit = await declared([{ registered: 1_000_000, declared: 1_000_000 }], ({ people: [first] }) => {
      if (first) first.draft.name = '欧阳新名'
    })
    const person = await platform.database.prisma.individual.findUniqueOrThrow({
      where: { id: unit.individualIds[0] ?? '' },
    })
    expect(platform.vault.open(person.personal)).toEqual({
      name: '欧阳新名',
      idNumber: unit.people[0]?.draft.idNumber,
      mobile: '13900001111',
    })
    expect(person.nameMasked).toBe('欧***')
  })

  it('counts people for whom something changed, not everybody on the list', async () => {
    const { employerId } = await declared([
      { registered: 1_000_000, declared: 1_000_000 },
      { registered: 1_000_000, declared: 1_100_000 },
    ])
    const { id } = await platform.database.prisma.declaration.findFirstOrThrow({ where: { employerId } })
    const [event] = await platform.database.prisma.auditEvent.findMany({
      where: { action: 'APPROVE_DECLARATION', recordId: id },
    })
    expect(event?.change).toMatchObject({ added: 0, updated: 1, stopped: 0, differenceBilled: 2 * 37_000 })
    expect((await declarationNow(platform, id)).status).toBe('APPROVED')
  })
})
