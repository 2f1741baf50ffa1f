import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { summarise } from './rights-summary.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'

let platform: TestPlatform
let unit: TestEmployer
const [first, second] = [0, 1]
const me = (index: number) => insuredViewer(unit.individualIds[index] ?? '')

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  unit = await addEmployer(platform, [1_000_000, 500_000])
  for (const month of ['2024-01', '2024-02', '2024-03', '2024-05', '2024-12', '2025-01']) {
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month), issuedOn: `${month}-05` })
  }
  await platform.database.query({
    text: "UPDATE premium_payment SET status = 'PAID', posted_on = '2025-02-01' WHERE period <> '2025-01'",
  })
})
afterAll(() => platform.close())

const record = `query ($first: Int, $after: String, $year: Int) { me { id name idMasked
  payments(first: $first, after: $after, year: $year) { edges { cursor node { id period status employerName pensionBase personalTotal employerTotal } } pageInfo { hasNextPage endCursor } }
  cards { numberMasked } record { spells { employerName } } rightsSummary { insurances { insurance months firstInsured gaps } } } }`

interface Page {
  edges: { cursor: string; node: { id: string; period: string; status: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}
const months = async (index: number, variables: Record<string, unknown>) => {
  const { data, errors } = await ask(platform, me(index), record, variables)
  expect(errors).toEqual([])
  return (data['me'] as unknown as { payments: Page }).payments
}

describe('one’s own record', () => {
  it('shows every month once, newest first, page by page, the unpaid one as unpaid', async () => {
    const seen: string[] = []
    let after: string | undefined
    for (;;) {
      const page = await months(first, { first: 2, after })
      seen.push(...page.edges.map(({ node }) => `${node.period} ${node.status}`))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(seen).toEqual([
      '2025-01 UNPAID',
      '2024-12 PAID',
      '2024-05 PAID',
      '2024-03 PAID',
      '2024-02 PAID',
      '2024-01 PAID',
    ])
  })

  it('is one picture from the first insured month on, with what is missing and why', async () => {
    const { data, errors } = await ask(
      platform,
      me(first),
      `{ me { record { years { year pension maternity } gaps { from to insurances reason employerName } spells { from to } } } }`,
    )
    expect(errors).toEqual([])
    const { years, gaps, spells } = (
      data['me'] as unknown as { record: Record<'years' | 'gaps' | 'spells', unknown[]> }
    ).record
    expect(years).toContainEqual({
      year: 2024,
      pension: ['PAID', 'PAID', 'PAID', 'GAP', 'PAID', 'GAP', 'GAP', 'GAP', 'GAP', 'GAP', 'GAP', 'PAID'],
      maternity: expect.arrayContaining(['PAID', 'GAP']),
    })
    expect(gaps).toContainEqual({
      from: '2024-06',
      to: '2024-11',
      insurances: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
      reason: 'NOT_ASSESSED',
      employerName: expect.any(String),
    })
    expect(spells).toHaveLength(1)
  })

  it('says when the person retires and what is missing until then, for each category the register leaves open', async () => {
    const { data, errors } = await ask(
      platform,
      me(first),
      '{ me { pensionOutlooks { category retiresIn monthsNeeded monthsPaid monthsMissing reachedIn reachedInTime } } }',
    )
    expect(errors).toEqual([])
    const outlooks = (data['me'] as unknown as { pensionOutlooks: { monthsNeeded: number; monthsMissing: number }[] })
      .pensionOutlooks
    expect(outlooks.length).toBeGreaterThan(0)
    for (const outlook of outlooks)
      expect(outlook).toMatchObject({ monthsPaid: 5, monthsMissing: outlook.monthsNeeded - 5 })
  })

  it('narrows to a month', async () => {
    const asked = `query ($period: Period, $year: Int) { me { payments(period: $period, year: $year) { edges { node { period } } } } }`
    const { data } = await ask(platform, me(first), asked, { period: '2024-05' })
    expect(data['me']).toEqual({ payments: { edges: [{ node: { period: '2024-05' } }] } })
    expect((await ask(platform, me(first), asked, { period: '2024-05', year: 2024 })).errors).toEqual([
      'BAD_USER_INPUT',
    ])
  })

  it('narrows to a year', async () => {
    expect((await months(first, { year: 2025 })).edges.map(({ node }) => node.period)).toEqual(['2025-01'])
    expect((await months(first, { year: 2020 })).edges).toEqual([])
  })

  it('has the amounts of the person and nobody else’s', async () => {
    const { data } = await ask(platform, me(second), record, {})
    expect(data['me']).toMatchObject({
      id: unit.individualIds[second],
      payments: {
        edges: expect.not.arrayContaining([
          expect.objectContaining({ node: expect.objectContaining({ pensionBase: 1_000_000 }) }),
        ]),
      },
    })
    expect(JSON.stringify(data)).not.toContain(unit.individualIds[first])
  })

  it('adds up paid months and shows gaps without bridging them', async () => {
    const { data } = await ask(platform, me(first), record, {})
    expect(data['me']).toMatchObject({
      rightsSummary: {
        insurances: expect.arrayContaining([
          {
            insurance: 'PENSION',
            months: 5,
            firstInsured: '2024-01',
            gaps: ['2024-04', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11'],
          },
        ]),
      },
    })
  })

  it('is for the person alone', async () => {
    for (const other of [
      employerViewer(unit.employerId),
      staffViewer(['HEAD']),
      { ...me(first), stage: 'MUST_CHANGE_PASSWORD' as const },
    ]) {
      expect((await ask(platform, other, record)).errors).toEqual(['FORBIDDEN'])
    }
    expect((await ask(platform, undefined, record)).errors).toEqual(['UNAUTHENTICATED'])
    expect((await ask(platform, insuredViewer(crypto.randomUUID()), record)).errors).toEqual(['NOT_FOUND'])
    const foreign = `${unit.individualIds[second]}:2024-01:${unit.employerId}:NORMAL`
    const explain = 'query ($id: ID!) { derivation(subject: { month: $id }) { agrees } }'
    expect((await ask(platform, me(first), explain, { id: foreign })).errors).toEqual(['NOT_FOUND'])
    expect((await ask(platform, me(second), explain, { id: foreign })).data).toEqual({
      derivation: { agrees: true },
    })
  })

  it('refuses a page of nothing, of thousands, a foreign cursor and an absurd year', async () => {
    for (const variables of [
      { first: 0 },
      { first: 101 },
      { after: 'x' },
      { after: Buffer.from('["2024-01","x","NORMAL"]').toString('base64url') },
      { year: 1 },
    ]) {
      expect((await ask(platform, me(first), record, variables)).errors).toEqual(['BAD_USER_INPUT'])
    }
  })
})

describe('the summary of one insurance', () => {
  it('counts spells with two employers together and shows the gap (domain specification, section 7)', () => {
    const spells = [
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
      '2024-08',
      '2024-09',
      '2024-10',
      '2024-11',
      '2024-12',
    ]
    expect(summarise('PENSION', spells)).toEqual({
      insurance: 'PENSION',
      months: 11,
      firstInsured: '2024-01',
      lastPaid: '2024-12',
      gaps: ['2024-07'],
    })
    expect(summarise('PENSION', [])).toEqual({
      insurance: 'PENSION',
      months: 0,
      firstInsured: undefined,
      lastPaid: undefined,
      gaps: [],
    })
  })
})
