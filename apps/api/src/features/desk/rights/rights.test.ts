import { period } from '@shebao/kernel'
import { SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { deriveFor, explanationOf } from '../../../testing/ask-derivation.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { makeYearStatements } from './own-statement.ts'
import { rightsContent } from './rights-content.ts'
import { addRightsStatements } from './rights.route.ts'
import { statementFacts } from './statement-facts.ts'

let platform: TestPlatform
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>
let unit: TestEmployer
const me = () => insuredViewer(unit.individualIds[0] ?? '')

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  unit = await addEmployer(platform, [1_000_000])
  for (const month of ['2024-10', '2024-11', '2025-01', '2025-02'])
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month), issuedOn: `${month}-05` })
  // November 2024 came in with January 2025; February has not come in.
  await platform.database.query({
    text: `UPDATE premium_payment SET status = 'PAID',
      posted_on = CASE WHEN period = '2024-10' THEN '2024-10-20' ELSE '2025-01-20' END WHERE period <> '2025-02'`,
  })
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '示范社保中心',
      nameEn: 'Demonstration Office',
      phone: '12333',
      addressZh: '北京',
      addressEn: 'Beijing',
    },
  })
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addRightsStatements] })
  platform.clock.set('2025-03-10T10:00:00+08:00')
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const query = `{ me { rights { year until employerName
  lines { insurance standing firstInsured monthsOfYear months base employer personal }
  account { year opening principal interest ratePpm closing isFinal } } } }`

interface Rights {
  lines: { insurance: string }[]
}

describe('the live rights record', () => {
  it('counts months and money of the year by insurance, and the account by the month in which money came', async () => {
    const { data, errors } = await ask(platform, me(), query)
    expect(errors).toEqual([])
    const { rights } = data['me'] as unknown as { rights: Rights }
    expect(rights).toMatchObject({ year: 2025, until: '2025-03' })
    expect(rights.lines.find(({ insurance }) => insurance === 'PENSION')).toEqual({
      insurance: 'PENSION',
      standing: 'INSURED',
      firstInsured: '2024-10',
      monthsOfYear: 1,
      months: 3,
      base: 1_000_000,
      employer: 160_000,
      personal: 80_000,
    })
    expect(rights).toMatchObject({
      account: [
        // November 2024 was posted in January 2025: it is principal of 2025.
        { year: 2025, opening: 80_524, principal: 160_000, interest: null, ratePpm: null, closing: 240_524 },
        // 800.00 × 3 months × 2.62 % / 12 = 5.24.
        { year: 2024, opening: 0, principal: 80_000, interest: 524, ratePpm: 26_200, closing: 80_524, isFinal: true },
      ],
    })
  })

  it('derives a figure of the account down to the month, and nothing of a year it does not have', async () => {
    const why = await deriveFor(platform, me(), { pensionAccount: { year: 2025, figure: 'CLOSING' } })
    expect(why).toMatchObject({ label: 'ACCOUNT_CLOSING', result: { value: 240_524 } })
    expect(JSON.stringify(why)).toContain('"period":"2024-10"')
    const interest = await deriveFor(platform, me(), { pensionAccount: { year: 2024, figure: 'INTEREST' } })
    expect(interest).toMatchObject({ label: 'ACCOUNT_INTEREST', result: { value: 524 } })
    expect(await explanationOf(platform, me(), { pensionAccount: { year: 2023, figure: 'CLOSING' } })).toBeNull()
  })

  it('is nobody else’s', async () => {
    expect((await ask(platform, staffViewer(['HEAD']), query)).errors).toEqual(['FORBIDDEN'])
    const stranger = await addEmployer(platform, [500_000])
    const { data } = await ask(platform, insuredViewer(stranger.individualIds[0] ?? ''), query)
    expect(data['me']).toMatchObject({ rights: { employerName: null, account: [] } })
  })
})

describe('the yearly statement', () => {
  const make = async (as: Viewer, year: number) => {
    const { data, errors } = await ask(
      platform,
      as,
      `mutation ($year: Int!) { makeRightsStatement(year: $year) {
        ... on RightsStatementMade { statement { version number } } ... on RightsStatementRefused { problem } } }`,
      { year },
    )
    return errors.length > 0 ? errors : data['makeRightsStatement']
  }
  const documents = () =>
    platform.database.prisma.document.findMany({ where: { kind: 'RIGHTS_STATEMENT' }, orderBy: { version: 'asc' } })
  const told = async (kind: string) =>
    (
      await platform.database.prisma.notification.findMany({
        where: { kind, individualId: unit.individualIds[0] ?? '' },
        orderBy: { createdAt: 'asc' },
      })
    ).map(({ params }) => params)
  const print = async (as: Viewer | undefined, query: string) => {
    viewer = as
    return app.inject({ url: `/documents/rights-statement.pdf?${query}` })
  }

  it('is made of a year that is over and has its rate, by nobody but the person', async () => {
    expect(await make(me(), 2025)).toEqual({ problem: 'YEAR_NOT_OVER' })
    expect(await make(me(), 2023)).toEqual({ problem: 'NOTHING_RECORDED' })
    expect(await make(staffViewer(['HEAD', 'ADMINISTRATOR']), 2024)).toEqual(['FORBIDDEN'])
    expect(await documents()).toEqual([])
  })

  it('by the job: one of everybody who was paid for, signed, once, however often it runs', async () => {
    expect([await makeYearStatements(platform, 1), await makeYearStatements(platform, 1)]).toEqual([1, 0])
    expect(await told('RIGHTS_STATEMENT_ISSUED')).toMatchObject([{ year: 2024, replaces: null }])
    const [document, ...more] = await documents()
    expect(more).toEqual([])
    expect(await verifyDocument(platform, document?.verifyCode ?? '')).toMatchObject({
      status: 'CURRENT',
      signature: { state: 'SIGNED' },
      summary: { concerning: '2024', totalFen: 80_524 },
    })
    // Asked for by the person it is the same one.
    expect(await make(me(), 2024)).toEqual({ statement: { version: 1, number: document?.number } })
  })

  it('begins with the balance carried forward and has the postings of its own year, none of the years before', () => {
    const postings = [
      ['2023-10', 80_000],
      ['2024-01', 80_000],
      ['2024-12', 40_000],
    ] as const
    const facts = {
      totals: [],
      insured: [],
      transfers: [],
      unit: { individualId: '', employerName: '示例单位', region: '110000' },
      postings: postings.map(([month, amount]) => ({ individualId: '', month, amount, transferred: false })),
    }
    const content = rightsContent({ year: 2024, until: '2024-12' }, facts, SHIPPED_PARAMETER_ROWS, 2025)
    const { facts: said, why } = statementFacts('someone', { name: '王一', idMasked: '' }, content)
    // 2023: 800.00 × 3 months × 3.97 % / 12 = 7.94, so 807.94 goes on. 2024: 807.94 × 2.62 % = 21.17;
    // (800.00 × 12 + 400.00 × 1) × 2.62 % / 12 = 21.83; 807.94 + 1 200.00 + 43.00 = 2 050.94.
    const account = { opening: 80_794, principal: 120_000, interest: 4_300, closing: 205_094 }
    expect(said.account).toMatchObject(account)
    expect(why?.result).toMatchObject({ value: account.closing })
    expect(why?.inputs.map(({ label, result, inputs }) => [label, result.value, inputs.length])).toEqual([
      ['ACCOUNT_OPENING', account.opening, 0],
      ['ACCOUNT_PRINCIPAL', account.principal, 2],
      ['ACCOUNT_INTEREST', account.interest, 2],
    ])
    expect(JSON.stringify(why)).not.toContain('2023-')
  })

  it('prints as it was frozen, in both languages, and only for whom it is of', async () => {
    for (const language of ['zh-CN', 'en']) {
      const printed = await print(me(), `year=2024&lang=${language}`)
      expect([printed.statusCode, printed.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    const [other] = (await addEmployer(platform, [500_000])).individualIds
    expect((await print(insuredViewer(other ?? ''), 'year=2024')).statusCode).toBe(404)
    expect((await print(undefined, 'year=2024')).statusCode).toBe(401)
    expect((await print(me(), 'year=2024&version=2')).statusCode).toBe(404)
  })

  it('a correction is the next version; the one before stays and says that it was replaced', async () => {
    // November 2024 turns out to have come in December.
    await platform.database.query({
      text: "UPDATE premium_payment SET posted_on = '2024-12-20' WHERE period = '2024-11'",
    })
    const made = await make(me(), 2024)
    expect(made).toMatchObject({ statement: { version: 2 } })
    expect(await make(me(), 2024)).toEqual(made)
    expect(await told('RIGHTS_STATEMENT_ISSUED')).toMatchObject([
      { replaces: null },
      { replaces: expect.stringMatching(/^QY202412-.*-1$/) },
    ])
    const [before, now] = await documents()
    expect(await verifyDocument(platform, before?.verifyCode ?? '')).toMatchObject({ status: 'SUPERSEDED' })
    // 800.00 × 3 + 800.00 × 1 months = 3 200.00; × 2.62 % / 12 = 6.99.
    expect(await verifyDocument(platform, now?.verifyCode ?? '')).toMatchObject({ summary: { totalFen: 160_699 } })
    const { data } = await ask(platform, me(), '{ me { rightsStatements { year problem versions { version } } } }')
    expect(data['me']).toEqual({
      rightsStatements: [{ year: 2024, problem: null, versions: [{ version: 2 }, { version: 1 }] }],
    })
    const frozen = platform.database.query({ text: 'UPDATE rights_statement SET year = 2020' })
    await expect(frozen).rejects.toThrow('rights_statement is append-only')
  })

  it('at the window is for who shows a document, with an agent both; the person is told and sees who, and why', async () => {
    const officer = staffViewer(['OFFICER'])
    const idNumber = '11010519491231002X'
    await platform.database.prisma.individual.update({
      where: { id: unit.individualIds[0] ?? '' },
      data: { idHash: platform.vault.lookupHash('person-id', idNumber) },
    })
    const handOut = async (as: Viewer, given: Record<string, unknown> = {}) => {
      const { data, errors } = await ask(
        platform,
        as,
        `mutation ($input: HandOutRightsStatementInput!) { handOutRightsStatement(input: $input) {
          ... on RightsStatementHandedOut { nameMasked statement { id version } } ... on RightsStatementNotHandedOut { problem } } }`,
        { input: { number: idNumber, year: 2024, reason: '本人来窗口打印', idSeen: true, ...given } },
      )
      return errors.length > 0 ? errors : data['handOutRightsStatement']
    }
    const agent = { name: '陈代办', idNumber: '110105199603147727', idSeen: true }
    expect(await handOut(staffViewer(['AUDITOR']))).toEqual(['FORBIDDEN'])
    expect(await handOut(officer, { idSeen: false })).toEqual({ problem: 'ID_NOT_SEEN' })
    expect(await handOut(officer, { agent: { ...agent, idSeen: false } })).toEqual({ problem: 'ID_NOT_SEEN' })
    expect(await handOut(officer, { agent: { ...agent, idNumber } })).toEqual({ problem: 'AGENT_IS_PERSON' })
    expect(await handOut(officer, { agent: { ...agent, idNumber: '110105194912310021' } })).toEqual(['BAD_USER_INPUT'])
    expect(await handOut(officer, { number: '110108199807225087' })).toEqual({ problem: 'NOBODY' })
    expect(await handOut(officer, { year: 2025 })).toEqual({ problem: 'YEAR_NOT_OVER' })
    expect(await told('RIGHTS_STATEMENT_HANDED_OUT')).toEqual([])

    const given = (await handOut(officer, { agent })) as unknown as { statement: { id: string; version: number } }
    expect(given).toMatchObject({ statement: { version: 2 } })
    expect(await told('RIGHTS_STATEMENT_HANDED_OUT')).toMatchObject([{ year: 2024, toAgent: true }])
    const [entry] = await platform.database.prisma.auditEvent.findMany({
      where: { action: 'RIGHTS_STATEMENT_HANDED_OUT' },
    })
    expect(entry).toMatchObject({ recordId: unit.individualIds[0], reason: '本人来窗口打印' })
    expect(JSON.stringify(entry?.change)).not.toContain('110105199603147727')
    const paper = async (as: Viewer) => {
      viewer = as
      return app.inject({ url: `/documents/rights-statement-at-window.pdf?statement=${given.statement.id}` })
    }
    expect((await paper(officer)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect([(await paper(me())).statusCode, (await paper(staffViewer(['AUDITOR']))).statusCode]).toEqual([404, 404])
    const { data } = await ask(platform, me(), '{ readingsOfMyRecord { edges { node { action reason } } } }')
    expect(JSON.stringify(data)).toContain('本人来窗口打印')
  })
})
