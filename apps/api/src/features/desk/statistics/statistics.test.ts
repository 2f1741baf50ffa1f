import { fen } from '@shebao/kernel'
import { seededRandom } from '@shebao/test-support'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { billMonth } from '../../../testing/money/refund/refund-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { countRuleFailures } from '../../filing/declaration/index.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { receiveMoney } from '../../money/settlement/allocate-credit.ts'
import { exportStatistics } from './export-statistics.ts'
import { sumCells } from './cells.repository.ts'
import { rollUp } from './roll-up.ts'
import { statisticDimensions } from './statistics-codes.ts'

let platform: TestPlatform
const officer = staffViewer(['OFFICER'])
const auditor = staffViewer(['AUDITOR'], { displayName: '钱审计' })
const units: TestEmployer[] = []
const months = ['2024-07', '2024-08', '2024-09', '2024-10']
const [industries, districts] = [
  ['C', 'G', 'I'],
  ['110101', '110108'],
]

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  for (const wages of [[1_000_000, 900_000], [1_200_000], [800_000, 800_000, 2_000_000, 700_000]])
    units.push(await addEmployer(platform, wages))
})
afterAll(() => platform.close())

const unit = (index: number) => units[index % units.length]!

/** What the rows themselves say, by employer, month and insurance, and where the register has the employer today. */
const bare = `WITH heads AS (
    SELECT employer_id, period, part.insurance, count(*) FILTER (WHERE part.base > 0 OR part.insurance = 'ANY')::int AS people,
      sum(part.base)::bigint AS base
    FROM premium_payment CROSS JOIN LATERAL (VALUES ('ANY', average_wage), ('PENSION', pension_base), ('MEDICAL', medical_base),
      ('UNEMPLOYMENT', unemployment_base), ('WORK_INJURY', work_injury_base), ('MATERNITY', maternity_base)) part (insurance, base)
    WHERE kind IN ('NORMAL', 'BACK_PAYMENT') GROUP BY 1, 2, 3),
  money AS (
    SELECT notice.employer_id, share.period, share.insurance, sum(charged)::bigint AS charged, sum(settled)::bigint AS settled,
      sum(written_off)::bigint AS written_off
    FROM notice_share_balance share JOIN payment_notice notice ON notice.id = share.notice_id WHERE insurance IS NOT NULL GROUP BY 1, 2, 3)
  SELECT employer_id::text, period, insurance, industry, left(registration_no, 6) AS district, COALESCE(people, 0) AS people,
    COALESCE(base, 0) AS base, COALESCE(charged, 0) AS charged, COALESCE(settled, 0) AS settled, COALESCE(written_off, 0) AS written_off
  FROM heads FULL JOIN money USING (employer_id, period, insurance) JOIN employer ON employer.id = employer_id`
const counted = `people > 0 OR base <> 0 OR charged <> 0 OR settled <> 0 OR written_off <> 0`

async function expectRolledUp() {
  // In portions, as years of months are: what they come to is asked of the months themselves below.
  await rollUp(platform, 2)
  expect(await platform.database.prisma.statisticChange.count()).toBe(0)
  const query = (text: string) => platform.database.query({ text })
  const order = 'ORDER BY period, insurance, employer_id'
  const columns =
    'employer_id::text, period, insurance, industry, district, people, base, charged, settled, written_off'
  expect(await query(`SELECT ${columns} FROM statistic_month WHERE ${counted} ${order}`)).toEqual(
    await query(`SELECT * FROM (${bare}) rows WHERE ${counted} ${order}`),
  )
  const sums = `sum(people)::int AS people, sum(base)::bigint AS base, sum(charged)::bigint AS charged, sum(settled)::bigint AS settled,
    sum(written_off)::bigint AS written_off`
  // Of each industry and district, of each of the two, and of all together.
  expect(
    await query(`SELECT period, insurance, industry, district, employers, people, base, charged, settled, written_off
      FROM statistic_cell WHERE ${counted} ORDER BY period, insurance, industry, district`),
  ).toEqual(
    await query(`SELECT * FROM (
      SELECT period, insurance, COALESCE(industry, '*') AS industry, COALESCE(district, '*') AS district,
        (count(*) FILTER (WHERE people > 0))::int AS employers, ${sums}
      FROM (${bare}) rows GROUP BY period, insurance, CUBE (industry, district)) cells
      WHERE ${counted} ORDER BY period, insurance, industry, district`),
  )
}

/** What a page would show, narrowed or not, from the cells and from the rows: by whichever kept total it was read. */
async function expectReadRightly(selection: { insurance?: string; industry?: string; district?: string }) {
  const of = { from: '2023-01', to: '2024-10', ...selection }
  const columns = { PERIOD: 'period', INSURANCE: 'insurance', INDUSTRY: 'industry', DISTRICT: 'district' }
  for (const by of statisticDimensions) {
    const kept = await sumCells(platform, by, of)
    const rows = await platform.database.query<{ key: string; charged: bigint; settled: bigint }>(
      {
        text: `SELECT ${columns[by]} AS key, sum(charged)::bigint AS charged, sum(settled)::bigint AS settled
          FROM (${bare}) rows WHERE period BETWEEN $1 AND $2 AND ($3::text IS NULL OR insurance = $3)
            AND ($4::text IS NULL OR industry = $4) AND ($5::text IS NULL OR district = $5) GROUP BY 1 ORDER BY 1`,
      },
      [of.from, of.to, of.insurance ?? null, of.industry ?? null, of.district ?? null],
    )
    expect(
      kept.filter(({ charged }) => charged > 0n).map(({ key, charged, settled }) => ({ key, charged, settled })),
    ).toEqual(rows.filter(({ charged }) => charged > 0n))
  }
}

async function statistics(given: string, viewer: Viewer = officer) {
  const { data, errors } = await ask(
    platform,
    viewer,
    `{ statistics(${given}) { figures { key employers people base charged settled open overdue } total { people base charged settled overdue } } }`,
  )
  expect(errors).toEqual([])
  return data['statistics'] as unknown as {
    figures: {
      key: string
      employers: number
      people: number
      charged: number
      settled: number
      open: number
      overdue: number
    }[]
    total: { people: number; base: number; charged: number; settled: number; overdue: number }
  }
}

describe('what is kept is what the rows say', () => {
  it('after months, money, people that are taken out again and employers that move, in any order', async () => {
    const next = seededRandom(57)
    const pick = (of: readonly string[]) => of[Math.floor(next() * of.length)] ?? ''
    const billed = new Set<string>()
    const deeds: (() => Promise<unknown>)[] = [
      async () => {
        const [of, month] = [unit(Math.floor(next() * 9)), months[Math.floor(next() * months.length)] ?? '']
        if (billed.has(`${of.employerId}${month}`)) return
        billed.add(`${of.employerId}${month}`)
        await billMonth(platform, of.employerId, month, next() < 0.5 ? {} : false)
      },
      () => pay(unit(Math.floor(next() * 9)), 10_000 + Math.floor(next() * 300_000)),
      () => move(unit(Math.floor(next() * 9)), pick(industries), pick(districts)),
      () => importMonth(unit(Math.floor(next() * 9)), `2023-0${1 + Math.floor(next() * 9)}`),
      () => takeOut(unit(Math.floor(next() * 9))),
    ]
    for (let turn = 0; turn < 30; turn += 1) {
      await deeds[Math.floor(next() * deeds.length)]?.()
      if (next() < 0.3) await expectRolledUp()
    }
    await expectRolledUp()
    for (const insurance of [{}, { insurance: 'PENSION' }])
      for (const industry of [{}, ...industries.map((one) => ({ industry: one }))])
        for (const district of [{}, ...districts.map((one) => ({ district: one }))])
          await expectReadRightly({ ...insurance, ...industry, ...district })
  })

  const pay = ({ employerId }: TestEmployer, amount: number) =>
    platform.database.transaction(() =>
      receiveMoney(platform, { employerId, amount: fen(amount), valueDate: '2024-11-03', key: crypto.randomUUID() }),
    )
  /** Another trade, and perhaps another district: the number keeps its last digits, which tell the employers apart. */
  const move = ({ employerId }: TestEmployer, industry: string, district: string) =>
    platform.database.query(
      {
        text: `UPDATE employer SET industry = $2, registration_no = $3 || substr(registration_no, 7) WHERE id = $1`,
      },
      [employerId, industry, district],
    )
  const importMonth = ({ employerId, individualIds }: TestEmployer, month: string) =>
    platform.database.query(
      {
        text: `INSERT INTO premium_payment (individual_id, period, employer_id, status, average_wage, pension_base, pension_employer, pension_personal,
          medical_base, medical_employer, medical_personal, unemployment_base, unemployment_employer, unemployment_personal, work_injury_base,
          work_injury_employer, maternity_base, maternity_employer)
        SELECT unnest($1::uuid[]), $2, $3, 'PAID', 500000, 500000, 1, 1, 0, 0, 0, 500000, 1, 1, 500000, 1, 0, 0 ON CONFLICT DO NOTHING`,
      },
      [individualIds, month, employerId],
    )
  const takeOut = ({ employerId }: TestEmployer) =>
    platform.database.query({ text: `DELETE FROM premium_payment WHERE employer_id = $1 AND notice_id IS NULL` }, [
      employerId,
    ])
})

describe('figures', () => {
  const all = 'of: { from: "2024-07", to: "2024-10" }'
  beforeAll(async () => {
    for (const of of units)
      for (const month of months) await billMonth(platform, of.employerId, month, false).catch(() => undefined)
    platform.clock.set('2024-12-20T10:00:00+08:00')
  })

  it('by month, insurance and industry add up to the same money, and people are those of the last month', async () => {
    const byMonth = await statistics(`by: PERIOD, ${all}`)
    expect(byMonth.figures.map(({ key, people }) => [key, people])).toEqual(months.map((month) => [month, 7]))
    for (const by of ['INSURANCE', 'INDUSTRY', 'DISTRICT']) {
      const other = await statistics(`by: ${by}, ${all}`)
      expect(other.total).toEqual(byMonth.total)
      expect(other.figures.reduce((sum, { charged }) => sum + charged, 0)).toBe(byMonth.total.charged)
      expect(other.figures.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(byMonth.total.overdue)
    }
    const industries = await statistics(`by: INDUSTRY, ${all}`)
    expect(industries.figures.reduce((sum, { people }) => sum + people, 0)).toBe(7)
    // Everything that is open is past its last day.
    expect(byMonth.total.overdue).toBe(byMonth.total.charged - byMonth.total.settled)
    expect(byMonth.total.overdue).toBeGreaterThan(0)
  })

  it('open into the employers and the bills that they count', async () => {
    const { total } = await statistics(`by: PERIOD, of: { from: "2024-10", to: "2024-10", insurance: "PENSION" }`)
    const { data, errors } = await ask(
      platform,
      officer,
      `{ statisticEmployers(of: { from: "2024-10", to: "2024-10", insurance: "PENSION" }, order: CHARGED, first: 2) {
          edges { node { people charged open } } pageInfo { hasNextPage endCursor } }
        overdueByAge(${all}) { age bills overdue }
        overdueBills(${all}, age: D90) { edges { node { overdue number } } } }`,
    )
    expect(errors).toEqual([])
    const page = data['statisticEmployers'] as unknown as Page<{ people: number; charged: number }>
    const rest = await ask(
      platform,
      officer,
      `{ statisticEmployers(of: { from: "2024-10", to: "2024-10", insurance: "PENSION" }, order: CHARGED, after: "${page.pageInfo.endCursor}") {
          edges { node { people charged open } } } }`,
    )
    const nodes = [page, rest.data['statisticEmployers'] as unknown as typeof page].flatMap(({ edges }) => edges)
    expect(nodes.reduce((sum, { node }) => sum + node.charged, 0)).toBe(total.charged)
    expect(nodes.reduce((sum, { node }) => sum + node.people, 0)).toBe(total.people)
    const ages = data['overdueByAge'] as unknown as { age: string; bills: number; overdue: number }[]
    const bills = data['overdueBills'] as unknown as Page<{ overdue: number }>
    const young = ages.filter(({ age }) => age === 'D90')
    expect(young.length).toBeGreaterThan(0)
    expect(bills.edges.length).toBe(young.reduce((sum, { bills: count }) => sum + count, 0))
    expect(bills.edges.reduce((sum, { node }) => sum + node.overdue, 0)).toBe(
      young.reduce((sum, age) => sum + age.overdue, 0),
    )
  })

  interface Page<Node> {
    edges: { node: Node }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }

  it('count people once, whatever their months and employers', async () => {
    const { data } = await ask(platform, officer, `{ peopleByTrait(by: SEX, ${all}) { key people months } }`)
    const rows = data['peopleByTrait'] as unknown as { key: string; people: number; months: number }[]
    expect(rows.find(({ key }) => key === '')).toEqual({ key: '', people: 7, months: 28 })
  })

  it('are for staff alone, and a month that is none is refused', async () => {
    for (const viewer of [
      undefined,
      employerViewer(unit(0).employerId),
      insuredViewer(unit(0).individualIds[0] ?? ''),
      staffViewer(['ADMINISTRATOR']),
    ])
      expect((await ask(platform, viewer, `{ statistics(by: PERIOD, ${all}) { asOf } }`)).errors).not.toEqual([])
    const wrong = await ask(
      platform,
      officer,
      `{ statistics(by: PERIOD, of: { from: "2024-10", to: "2024-07" }) { asOf } }`,
    )
    expect(wrong.errors).toEqual(['BAD_USER_INPUT'])
  })

  it('leave the office under a number, with who took them, and cells of few people stay behind', async () => {
    const wanted = {
      list: 'figures',
      by: 'INDUSTRY',
      order: 'PEOPLE',
      from: '2024-10',
      to: '2024-10',
      language: 'zh-CN',
      format: 'csv',
      origin: 'test',
    } as const
    await expect(exportStatistics(platform, officer, wanted)).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    })
    await move('C', 0, 1)
    await move('I', 2)
    const { number, bytes } = await exportStatistics(platform, auditor, wanted)
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toContain(`导出编号 ${number} · 导出人 钱审计 · 2024-12-20 10:00`)
    expect(lines.filter((line) => line.startsWith('信息传输'))[0]).toContain(',1,4,')
    await move('G', 1)
    const small = new TextDecoder().decode((await exportStatistics(platform, auditor, wanted)).bytes)
    expect(small).toContain('交通运输、仓储和邮政业,1,少于 3,不显示')
    const entry = await platform.database.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'EXPORT_STATISTICS', recordId: number },
    })
    expect(entry).toMatchObject({ actorId: auditor.accountId, role: 'AUDITOR' })
  })

  const move = (industry: string, ...which: number[]) =>
    platform.database.prisma.employer.updateMany({
      where: { id: { in: which.map((index) => unit(index).employerId) } },
      data: { industry },
    })
})

describe('rules that fail', () => {
  it('are counted by month and kind of list, of nobody in particular', async () => {
    const issue = (ruleId: string) =>
      ({ ruleId, severity: 'error', code: 'FORMAT', path: 'x', field: 'x', params: {} }) as const
    await countRuleFailures(platform, 'MONTHLY', [issue('id-number'), issue('id-number'), issue('name')])
    await countRuleFailures(platform, 'MONTHLY', [issue('id-number')])
    const { data, errors } = await ask(
      platform,
      officer,
      `{ ruleFailures(kind: MONTHLY, from: "2024-01", to: "2024-12") { id failures months { period checks failures } } }`,
    )
    expect(errors).toEqual([])
    expect(data['ruleFailures']).toEqual([
      { id: 'id-number', failures: 3, months: [{ period: '2024-12', checks: 2, failures: 3 }] },
      { id: 'name', failures: 1, months: [{ period: '2024-12', checks: 1, failures: 1 }] },
    ])
  })
})
