import { describe, expect, it } from 'vitest'
import { nothingYet } from '../standing.ts'
import type { Standing } from '../standing.ts'
import { enforcementPapers } from '../legal-steps.ts'
import type { EnforcementPaper } from '../legal-steps.ts'
import { enforcementPaperWords } from './paper-words.ts'
import { layouts, paperText } from './paper-text.ts'

const served = (on: string, termDays: number, endsOn: string) => ({
  on,
  amount: 371_596,
  settled: 0,
  termDays,
  service: { on, way: 'DIRECT' as const, to: '前台' },
  endsOn,
})
const guarantee = {
  kind: 'MORTGAGE' as const,
  object: '厂房一处',
  value: 5_000_000,
  registrationNo: '京登1号',
  valuationNo: '评1号',
}
/** Everything that a case can hold. */
const standing: Standing = {
  ...nothingYet,
  finding: { ground: 'DECLARED_UNPAID', text: '申报后未缴纳。', by: [], on: '2024-09-02' },
  order: { ...served('2024-09-02', 5, '2024-09-09'), late: false },
  query: {
    on: '2024-09-10',
    banks: [{ id: 'b', name: '示范银行' }],
    replies: [{ bankId: 'b', accountMasked: '****0128', balance: 100_000, asOf: '2024-09-10', reference: 'C1' }],
  },
  application: { on: '2024-09-10', bankId: 'b', facts: '经核对未缴纳。', other: '无' },
  demand: served('2024-09-10', 3, '2024-09-13'),
  defences: [{ on: '2024-09-11', text: '已缴一部分', answer: '未提供凭证', upheld: false }],
  decision: { on: '2024-09-18', amount: 371_596, reasons: '逾期未缴', hidingAssets: true },
  bankNotice: { on: '2024-09-19', amount: 100_000 },
  deferral: {
    on: '2024-09-20',
    guarantee,
    instalments: [{ dueOn: '2024-10-20', amount: 371_596 }],
    settled: 0,
    released: false,
    breachedOn: '2024-10-21',
  },
  courtDemand: served('2024-11-01', 10, '2024-11-15'),
  court: {
    appliedOn: '2025-05-06',
    assets: [{ description: '机器', place: '厂区', value: 400_000 }],
    ruledOn: '2025-05-20',
    documentNo: '行审1号',
    late: false,
  },
  seizure: { on: '2025-05-27', items: [{ description: '机器', value: 400_000 }] },
  auction: { on: '2025-07-01', proceeds: 400_000, reportNo: '拍1号' },
  distribution: { on: '2025-07-10', proceeds: 400_000, costs: 10_000, offset: 371_596, surplus: 18_404 },
  suspension: { on: '2024-10-01', ground: 'HARDSHIP', text: '停产无收入' },
  termination: { on: '2025-01-01', ground: 'DEBTOR_ENDED', documentNo: '破1号', text: '破产终结' },
}

const worded = (kind: EnforcementPaper, language: 'zh-CN' | 'en', reissued = false) =>
  paperText(
    {
      kind,
      number: 'QZ2024000001-001',
      caseNumber: 'QZ2024000001',
      amount: 371_596,
      issuedOn: '2024-09-02',
      content: {
        due: { principal: 370_300, lateFee: 1_296, settled: 0 },
        debts: [{ number: 'N1', period: '2024-08', dueOn: '2024-08-26', principal: 370_300, lateFee: 1_296 }],
        standing,
        reissued,
        addressee: { name: '示范区人民法院' },
        figures: { deferralMonths: 9 },
        fine: {
          number: 'QZ2024000001-F',
          arrears: 370_300,
          noticeOn: '2024-09-10',
          reasons: '逾期仍不缴纳',
          stated: [{ on: '2024-09-12', text: '资金困难', answer: '不成立' }],
          hearingOn: '2024-09-25',
          hearingDays: 5,
          payDays: 15,
        },
      },
      unit: { name: '示范公司', code: '91110105MA00AAAA1X' },
      office: '示范中心',
      account: '****0128',
    },
    enforcementPaperWords.released[language],
  )

describe('a paper of SIL 63', () => {
  it('says everything that it has a place for, in both languages', () => {
    for (const kind of enforcementPapers)
      for (const language of ['zh-CN', 'en'] as const) {
        const { lines, remedy, subtitle } = worded(kind, language, true)
        expect([
          kind,
          language,
          [...lines, remedy, subtitle].filter((line) => line && /[{}—]|undefined/.test(line)),
        ]).toEqual([kind, language, []])
      }
  })

  it('names the amount in figures and in capitals, the term and what can be done until when', () => {
    const order = worded('ORDER', 'zh-CN')
    expect(order.lines[0]).toContain('合计 3,715.96 元（大写：叁仟柒佰壹拾伍元玖角陆分）')
    expect(order.lines[1]).toContain('自收到本通知书之日起 5 个工作日内')
    expect(order.remedy).toContain('60 日内依法申请行政复议，或者自知道之日起 6 个月内')
    expect(worded('DEMAND', 'zh-CN').remedy).toContain('自收到之日起 3 个工作日内')
    expect(worded('DEFERRAL_AGREEMENT', 'zh-CN').lines[3]).toContain('不迟于签订之日起 9 个月')
    expect([worded('COURT_APPLICATION', 'zh-CN').to, worded('DEFERRAL_AGREEMENT', 'zh-CN').to]).toEqual([
      '致：示范区人民法院',
      null,
    ])
    // What people wrote ends a sentence once, and within brackets not at all.
    expect(order.lines[0]).toContain('已申报未缴纳（申报后未缴纳）。自')
    expect(worded('ALLOCATION_APPLICATION', 'zh-CN').lines[3]).toContain('经核对未缴纳。已于')
    // Proceeds = costs + offset + what is returned; after it nothing is owed any more.
    const { lists, lines } = worded('OFFSET_STATEMENT', 'zh-CN')
    expect(lists[0]?.rows.map(([, amount]) => amount)).toEqual(['100.00', '3,715.96', '184.04'])
    expect(lines[2]).toContain('抵缴后尚欠 0.00 元')
    // What the bank is told is what it may take, not all that is owed.
    expect(worded('BANK_NOTICE', 'zh-CN').lines[0]).toContain('1,000.00 元（大写：壹仟元整）')
  })

  it('to the unit says what can be done against it; between bodies there is nothing to contest', () => {
    for (const kind of enforcementPapers)
      expect([kind, worded(kind, 'en').remedy !== null]).toEqual([kind, layouts[kind].to === 'UNIT'])
  })
})
