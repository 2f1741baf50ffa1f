import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, addMonths, period, periodsBetween } from '@shebao/kernel'
import { draftOfRow } from './parameter-draft.ts'
import type { ParameterDraft } from './parameter-draft.ts'
import { parameterKey } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'
import { findOverlaps } from './parameters.ts'
import { BEIJING, beijingRows } from './beijing.ts'
import { LIMITED_INSURANCES } from './shipped-row.ts'
import type { Period } from '@shebao/kernel'
import { preparePolicy } from '../policy.ts'
import { checkProposal, LARGEST_PROPOSAL, warningKey } from './proposal.ts'
import { answerIn, rulesOf } from './proposal-plan.ts'
import type { ProposalContext } from './proposal-plan.ts'

const billedUntil = (last: string) => periodsBetween(period('2025-01'), period(last))
const context: ProposalContext = {
  region: BEIJING,
  published: beijingRows,
  billed: billedUntil('2026-10'),
  current: period('2026-11'),
}

function row(name: ParameterRow['name'], change: Partial<ParameterRow> = {}): ParameterRow {
  const known = beijingRows.findLast(
    (published) => published.name === name && (change.insurance ?? published.insurance) === published.insurance,
  )
  if (!known) throw new Error(`no ${name} row`)
  const document = { docNo: '京人社发〔2026〕9号', publishedOn: null, verified: true }
  return { ...known, ...document, validFrom: period('2027-01'), validTo: null, ...change }
}

const drafts = (...rows: ParameterRow[]): ParameterDraft[] => rows.map((one, index) => draftOfRow(one, String(index)))
const codes = (list: readonly ParameterDraft[], given: Partial<ProposalContext> = {}, average: number | null = null) =>
  checkProposal(list, { ...context, ...given }, average === null ? null : fen(average)).problems.map(
    ({ severity, row: place, field, code }) => `${severity} ${place ?? '-'} ${field ?? '-'} ${code}`,
  )

describe('a proposal that can be published', () => {
  it('ends the open row it follows and nothing else', () => {
    const rate = row('RATE_PPM', { insurance: 'PENSION', side: 'EMPLOYER', value: 150_000 })
    const check = checkProposal(drafts(rate), context)
    expect(check.problems).toEqual([])
    expect(check.plan.closings).toEqual([
      expect.objectContaining({ validTo: '2026-12', row: expect.objectContaining({ value: 160_000, validTo: null }) }),
    ])
    expect(check.differenceMonths).toEqual([])
  })

  it('may end a row before its announced end, when it answers for the rest', () => {
    const published = beijingRows.map((one) =>
      one.name === 'FIXED_AMOUNT' ? { ...one, validTo: period('2027-06') } : one,
    )
    const fixed = row('FIXED_AMOUNT', { value: 400 })
    expect(codes(drafts(fixed), { published })).toEqual([])
    expect(codes(drafts({ ...fixed, validTo: period('2027-03') }), { published })).toEqual([
      'error 1 validTo LEAVES_GAP',
    ])
  })

  it('lets late limits reach back to the start of the payment year and says which months get a difference', () => {
    const late = row('BASE_FLOOR', {
      insurance: 'PENSION',
      value: 750_000,
      validFrom: period('2026-07'),
      validTo: period('2027-06'),
    })
    const ceiling = row('BASE_CEILING', { ...late, name: 'BASE_CEILING', value: 3_750_000 })
    const check = checkProposal(drafts(late, ceiling), context)
    expect(check.problems.map(({ code }) => code)).toEqual(['LIMITS_DIFFER', 'LIMITS_DIFFER'])
    expect(check.differenceMonths).toEqual(['2026-07', '2026-08', '2026-09', '2026-10'])
  })
})

describe('what is refused', () => {
  const limits = { insurance: 'PENSION', value: 750_000, validTo: null } as const
  it.each<[string, ParameterDraft[], string[]]>([
    ['nothing in it', [], ['error - - NO_ROWS']],
    [
      'a rate in a billed month',
      drafts(row('RATE_PPM', { insurance: 'PENSION', side: 'EMPLOYER', value: 150_000, validFrom: period('2026-10') })),
      ['error 1 validFrom PERIOD_CLOSED'],
    ],
    [
      'limits before the payment year',
      drafts(
        row('BASE_FLOOR', { ...limits, value: 716_300, validFrom: period('2026-07') }),
        row('BASE_FLOOR', { ...limits, insurance: 'MEDICAL', value: 716_300, validFrom: period('2026-06') }),
      ),
      ['error 2 validFrom PERIOD_CLOSED'],
    ],
    [
      'limits over published limits',
      drafts(row('BASE_FLOOR', { ...limits, validFrom: period('2025-07'), validTo: period('2026-06') })),
      ['error 1 validFrom OVERLAP_PUBLISHED'],
    ],
    [
      'the same months twice',
      drafts(row('BASE_FLOOR', limits), row('BASE_FLOOR', limits)),
      ['error 2 validFrom OVERLAP'],
    ],
    [
      'a rate that only lasts a while',
      drafts(row('RATE_PPM', { insurance: 'PENSION', side: 'EMPLOYER', value: 150_000, validTo: period('2027-12') })),
      ['error 1 validTo LEAVES_GAP'],
    ],
    [
      'a floor over the ceiling',
      drafts(row('BASE_FLOOR', { insurance: 'MEDICAL', value: 3_600_000 })),
      ['error 1 value LIMITS_REVERSED', 'warning 1 value BIG_CHANGE', 'warning 1 value NOT_SIXTY_PERCENT'],
    ],
    [
      'an end before the beginning',
      drafts(row('MINIMUM_WAGE', { value: 260_000, validTo: period('2026-12') })),
      ['error 1 validTo ENDS_BEFORE_IT_BEGINS'],
    ],
    [
      'monthly declarations that nobody could make',
      drafts(row('DECLARATION_MODE', { value: 'MONTHLY_SELF' })),
      ['error 1 value NO_MONTHLY_FILING'],
    ],
  ])('%s', (_name, list, expected) => {
    expect(
      codes(list)
        .filter((code) => code.startsWith('error') || expected.includes(code))
        .toSorted(),
    ).toEqual(expected.toSorted())
  })

  it('limits billed on carried-over limits of an earlier payment year', () => {
    const given = { current: period('2027-08'), billed: billedUntil('2027-07') }
    const late = row('BASE_FLOOR', { insurance: 'PENSION', value: 750_000, validFrom: period('2026-07') })
    expect(codes(drafts(late), given)).toContain('error 1 validFrom TOO_FAR_BACK')
  })

  it('what was typed and is no value, in its own field, and the other rows are judged all the same', () => {
    const [typo, fine] = drafts(
      row('RATE_PPM', { insurance: 'PENSION', side: 'EMPLOYER' }),
      row('MINIMUM_WAGE', { value: 260_000 }),
    )
    if (!typo || !fine) throw new Error('two drafts')
    expect(
      codes([
        { ...typo, value: '八', name: '' },
        { ...fine, validFrom: '2026-10' },
      ]),
    ).toEqual(['error 1 name MISSING', 'error 2 validFrom PERIOD_CLOSED'])
  })

  it('a new region without a whole set of rows, and takes it with one', () => {
    const elsewhere = { region: '440100', published: [], billed: [] }
    const whole = beijingRows
      .filter(({ validTo }) => validTo === null || validTo === '2026-06')
      .map((one) => ({ ...one, region: '440100', docNo: '1' }))
    const openEnded = whole.map((one) => ({ ...one, validTo: null }))
    expect(codes(drafts(row('BASE_FLOOR')), elsewhere)).toContain('error - - INCOMPLETE')
    expect(codes(drafts(...openEnded), elsewhere).filter((code) => code.startsWith('error'))).toEqual([])
  })

  it('more rows than a region ever publishes', () => {
    const many = Array.from({ length: LARGEST_PROPOSAL + 1 }, (_, index) =>
      draftOfRow(row('MINIMUM_WAGE'), String(index)),
    )
    expect(codes(many)).toContain('error - - TOO_MANY_PROPOSED')
  })
})

describe('what is only pointed out', () => {
  it.each<[string, Partial<ParameterRow>, number | null, string]>([
    [
      'a floor that is not 60 % of what the ceiling implies',
      { name: 'BASE_FLOOR', value: 682_100 },
      null,
      'NOT_SIXTY_PERCENT',
    ],
    [
      'a ceiling that is not 300 % of the average',
      { name: 'BASE_CEILING', value: 3_600_000 },
      1_218_300,
      'NOT_AS_IMPLIED',
    ],
    ['a slip of the decimal point', { name: 'BASE_FLOOR', value: 71_620 }, null, 'BIG_CHANGE'],
    ['what was in force already', { name: 'BASE_FLOOR', value: 716_200 }, null, 'NO_CHANGE'],
    ['a figure without a document', { name: 'BASE_FLOOR', value: 720_000, docNo: null }, null, 'NO_DOCUMENT'],
    ['a figure from one weak source', { name: 'BASE_FLOOR', value: 720_000, verified: false }, null, 'UNVERIFIED'],
  ])('%s', (_name, change, average, code) => {
    const list = drafts(row(change.name ?? 'BASE_FLOOR', { insurance: 'PENSION', ...change }))
    const found = codes(list, {}, average)
    expect(found.filter((one) => one.endsWith(` ${code}`))).toHaveLength(1)
    expect(found.every((one) => one.startsWith('warning'))).toBe(true)
  })

  it('takes the limits of 12 183 yuan as they are published', () => {
    const limits = drafts(
      ...LIMITED_INSURANCES.flatMap((insurance) => [
        row('BASE_FLOOR', { insurance, value: 731_000 }),
        row('BASE_CEILING', { insurance, value: 3_654_900 }),
      ]),
    )
    expect(codes(limits, {}, 1_218_300)).toEqual([])
    expect(codes(limits)).toEqual([])
  })

  it('names the insurances whose limits would differ, once for each month and kind of limit', () => {
    const floors = ['PENSION', 'UNEMPLOYMENT'] as const
    const list = drafts(...floors.map((insurance) => row('BASE_FLOOR', { insurance, value: 720_000 })))
    const { problems } = checkProposal(list, context)
    const params = {
      name: 'BASE_FLOOR',
      month: '2027-01',
      limits: 'PENSION=720000 UNEMPLOYMENT=720000 MEDICAL=716200 WORK_INJURY=716200',
    }
    expect(problems.filter(({ code }) => code === 'LIMITS_DIFFER')).toEqual([
      { severity: 'warning', row: 1, field: 'value', code: 'LIMITS_DIFFER', params },
    ])
  })

  it('says one thing of a figure without a document', () => {
    const list = drafts(row('FIXED_AMOUNT', { value: 400, docNo: null, verified: false }))
    expect(codes(list)).toEqual(['warning 1 docNo NO_DOCUMENT'])
  })

  it('gives each warning a name that another row, reason or figure does not have', () => {
    const warning = { severity: 'warning', row: 1, field: 'value', code: 'BIG_CHANGE' } as const
    const key = warningKey({ ...warning, params: { before: 1, after: 9 } })
    expect(warningKey({ ...warning, params: { after: 9, before: 1 } })).toBe(key)
    const others = [
      { ...warning, params: { before: 1, after: 8 } },
      { ...warning, row: 2, params: { before: 1, after: 9 } },
      { ...warning, code: 'NO_CHANGE', params: { before: 1, after: 9 } } as const,
    ].map(warningKey)
    expect(new Set([key, ...others]).size).toBe(4)
  })
})

const month = fc.integer({ min: -30, max: 30 }).map((step) => addMonths(period('2026-11'), step))
const drawn: fc.Arbitrary<ParameterRow> = fc
  .record({
    base: fc.constantFrom(...beijingRows.filter(({ value }) => typeof value === 'number')),
    validFrom: month,
    length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    percent: fc.integer({ min: 80, max: 120 }),
  })
  .map(({ base, validFrom, length, percent }) => ({
    ...base,
    value: base.name === 'PAYMENT_YEAR_START_MONTH' ? base.value : Math.floor((Number(base.value) * percent) / 100),
    validFrom,
    validTo: length === null ? null : addMonths(validFrom, length),
  }))

describe('after any publication that the rules allow', () => {
  it('every month that had a policy has exactly one, and months before the first new one are as they were', () => {
    let published = 0
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 3 }), (rows) => {
        const { publishable, plan } = checkProposal(drafts(...rows), context)
        if (!publishable) return
        published += 1
        expect(findOverlaps(plan.after)).toEqual([])
        const first = rows.map(({ validFrom }) => validFrom).toSorted()[0] ?? context.current
        for (const at of periodsBetween(period('2023-07'), period('2029-12'))) sameOrBillable(at, first, plan.after)
      }),
      { numRuns: 120 },
    )
    expect(published).toBeGreaterThan(8)
  })

  function sameOrBillable(at: Period, first: Period, after: readonly ParameterRow[]): void {
    const [old, now] = [rulesOf(beijingRows), rulesOf(after)]
    for (const [key, rule] of old) {
      const [before, answer] = [answerIn(rule, at), answerIn(now.get(key) ?? [], at)]
      if (before && !answer) throw new Error(`${key} has no answer in ${at}`)
      const closed = at < first || (context.billed.includes(at) && before?.carriedOver !== true)
      const same = answer?.row.validFrom === before?.row.validFrom && answer?.carriedOver === before?.carriedOver
      if (closed && !same) throw new Error(`${key} changes in ${at}`)
    }
    for (const injuryClass of [1, 8] as const) {
      const result = preparePolicy(after, BEIJING, at, injuryClass)
      if (!result.ok) throw new Error(`${at}: ${result.problem.code}`)
    }
  }

  it('a rule has one answer a month', () => {
    expect(new Set(beijingRows.map(parameterKey)).size).toBe(rulesOf(beijingRows).size)
  })
})
