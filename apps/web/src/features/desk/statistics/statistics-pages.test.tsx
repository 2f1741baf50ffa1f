import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { AgesPage } from './ages-page.tsx'
import { FiguresPage } from './figures-page.tsx'
import { RulesPage } from './rules-page.tsx'
import type { Figure } from './selection.ts'
import {
  OverdueByAgeDocument,
  RuleFailuresDocument,
  StatisticOutlookDocument,
  StatisticsDocument,
} from './statistics.generated.ts'

const outlook = answer(StatisticOutlookDocument, {
  statisticOutlook: {
    __typename: 'StatisticOutlook',
    first: '2025-01',
    last: '2026-10',
    districts: [{ __typename: 'StatisticDistrict', code: '110101', zh: '东城区', en: 'Dongcheng' }],
  },
})
const figure = (key: string, people: number): Figure => ({
  __typename: 'StatisticFigure',
  key,
  people,
  employers: 2,
  base: fen(900_000),
  charged: fen(300_000),
  settled: fen(100_000),
  open: fen(200_000),
  overdue: fen(50_000),
})

afterEach(cleanup)

describe('the figures', () => {
  const open = (at: string) => {
    const figures = answer(StatisticsDocument, ({ by }) => ({
      statistics: {
        __typename: 'Statistics',
        asOf: '2026-11-30T02:00:00Z',
        figures: by === 'PERIOD' ? [figure('2026-09', 5), figure('2026-10', 7)] : [figure('C', 5), figure('I', 7)],
        total: figure('', 7),
      },
    }))
    return { ...showPage(<FiguresPage />, { answers: [outlook, figures], at }), figures }
  }

  it('are a year of bars, each a link to the employers that it counts', async () => {
    const { container, figures } = open('/staff/statistics')
    const bars = within(await screen.findByRole('list', { name: '参保人数' })).getAllByRole('link')
    expect(figures.sent[0]).toMatchObject({ by: 'PERIOD', of: { from: '2025-11', to: '2026-10' } })
    expect(bars.map((bar) => bar.getAttribute('aria-label'))).toEqual([
      '2026年9月：5 人，打开明细',
      '2026年10月：7 人，打开明细',
    ])
    expect(bars[0]?.getAttribute('href')).toBe('/staff/statistics/employers?from=2026-09&to=2026-09&order=PEOPLE')
    expect(await axeFindings(container)).toEqual([])
  })

  it('stand the largest first by industry, and what is overdue opens into its bills', async () => {
    open('/staff/statistics?by=INDUSTRY&measure=OVERDUE&insurance=PENSION&to=2026-09')
    const [first] = within(await screen.findByRole('list', { name: '逾期欠费' })).getAllByRole('link')
    expect(first?.getAttribute('href')).toBe(
      '/staff/statistics/bills?from=2025-10&to=2026-09&insurance=PENSION&industry=C',
    )
  })

  it('are a table of the same figures, each a link', async () => {
    const { container } = open('/staff/statistics?view=table&by=INDUSTRY')
    const row = await screen.findByRole('row', { name: /^信息传输/ })
    expect(within(row).getAllByRole('link').at(-1)?.getAttribute('href')).toContain('/staff/statistics/bills?')
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('arrears by age', () => {
  it('ask for every month there is, and each cell opens into its bills', async () => {
    const ages = answer(OverdueByAgeDocument, {
      overdueByAge: [{ __typename: 'OverdueSum', period: '2025-03', age: 'OLDER', bills: 2, overdue: fen(123_400) }],
    })
    const { container } = showPage(<AgesPage />, { answers: [outlook, ages], at: '/staff/statistics/ages' })
    const cell = await screen.findByRole('link', { name: /2025年3月, 1 年以上：¥.1,234.00 · 2 张，打开明细/ })
    expect(cell.getAttribute('href')).toBe('/staff/statistics/bills?from=2025-03&to=2025-03&age=OLDER')
    expect(ages.sent[0]).toMatchObject({ of: { from: '2025-01' } })
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('rules that fail', () => {
  it('lead to their words, with the values left open', async () => {
    const rules = answer(RuleFailuresDocument, {
      ruleFailures: [
        {
          __typename: 'FailedRule',
          id: 'personnel.average.minimumWage',
          code: 'BELOW_MINIMUM_WAGE',
          blocks: false,
          fields: ['wagesLastYear'],
          source: 'domain 4.3',
          failures: 2,
          months: [{ __typename: 'RuleFailureMonth', period: '2026-10', checks: 1, failures: 2 }],
        },
      ],
    })
    const { container } = showPage(<RulesPage />, { answers: [outlook, rules], at: '/staff/statistics/rules' })
    const link = await screen.findByRole('link', { name: /minimumWage/ })
    const words = container.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)?.parentElement
    expect(words?.textContent).toContain('月平均工资…低于最低工资标准…')
    expect(await axeFindings(container)).toEqual([])
  })
})
