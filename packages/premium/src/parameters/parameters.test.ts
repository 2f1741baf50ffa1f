import { describe, expect, it } from 'vitest'
import { fen, INJURY_CLASSES, period } from '@shebao/kernel'
import { ParameterFile, ParameterRow } from './parameter-row.ts'
import { restsOnDocument } from './rests-on-document.ts'
import { findOverlaps, listRegions, resolveParameters } from './parameters.ts'
import { BEIJING, beijingRows } from './beijing.ts'
import { SHANGHAI } from './shanghai.ts'
import { SHIPPED_PARAMETER_ROWS } from './shipped.ts'
import { INJURY_CLASS_BASE_PPM } from './shipped-row.ts'
import { preparePolicy, requirePolicy } from '../policy.ts'
import { assessPerson } from '../premium.ts'

const floorOf = (month: string, region = BEIJING) => {
  const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, region, period(month), 1)
  return [policy.limits[0]?.floor, policy.limits[0]?.ceiling, policy.carriedOver]
}

const pensionFloor = beijingRows.find(({ name, insurance }) => name === 'BASE_FLOOR' && insurance === 'PENSION')

describe('shipped parameters', () => {
  it('are all well-formed, say where they come from and never overlap', () => {
    const file = ParameterFile.safeParse({ format: 'shebao-parameters/1', rows: SHIPPED_PARAMETER_ROWS })
    expect(file.error?.issues ?? []).toEqual([])
    expect(findOverlaps(SHIPPED_PARAMETER_ROWS)).toEqual([])
    expect(new Set(SHIPPED_PARAMETER_ROWS.map(({ region }) => region))).toEqual(new Set([BEIJING, SHANGHAI]))
  })

  it.each([
    ['2023-07', BEIJING, 632_600, 3_389_100, false],
    ['2024-06', BEIJING, 632_600, 3_389_100, false],
    ['2024-07', BEIJING, 682_100, 3_528_300, false],
    ['2025-06', BEIJING, 682_100, 3_528_300, false],
    ['2025-07', BEIJING, 716_200, 3_581_100, false],
    ['2026-11', BEIJING, 716_200, 3_581_100, true],
    ['2024-07', SHANGHAI, 738_400, 3_692_100, false],
    ['2025-07', SHANGHAI, 738_400, 3_692_100, true],
  ])('%s in %s: %i to %i, carried over %s', (month, region, floor, ceiling, carriedOver) => {
    expect(floorOf(month, region)).toEqual([floor, ceiling, carriedOver])
  })

  it('answer each region from its first limits on', () => {
    expect(listRegions(SHIPPED_PARAMETER_ROWS.toReversed())).toEqual([
      { region: BEIJING, firstPeriod: '2023-07' },
      { region: SHANGHAI, firstPeriod: '2024-07' },
    ])
    expect(listRegions([])).toEqual([])
  })

  it.each(['2023-07', '2024-07', '2026-11'])('give the same policy for %s from the rows that hold alone', (month) => {
    const resolution = resolveParameters(SHIPPED_PARAMETER_ROWS, BEIJING, period(month))
    const rows = resolution.ok ? resolution.parameters.list().map(({ row }) => row) : []
    expect(rows.length).toBeLessThan(40)
    expect(requirePolicy(rows, BEIJING, period(month), 3)).toEqual(
      requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period(month), 3),
    )
  })

  it('are verified where a document has a number, and name no program as where they are from', () => {
    for (const { docNo, verified, source } of SHIPPED_PARAMETER_ROWS) {
      expect(verified).toBe(docNo !== null)
      expect(source).not.toMatch(/github|gist|https?:|calculator|计算器|代码/iu)
    }
    expect(beijingRows.filter(restsOnDocument)).toHaveLength(8)
    // Said to be verified, but by no document: nothing to look up.
    expect(restsOnDocument({ docNo: null, verified: true })).toBe(false)
    expect(requirePolicy(beijingRows, BEIJING, period('2024-07'), 1).minimumWage?.row.value).toBe(242_000)
  })

  it('hold the base rate of every work-injury class', () => {
    expect(Object.values(INJURY_CLASS_BASE_PPM)).toEqual([2000, 4000, 7000, 9000, 11_000, 13_000, 16_000, 19_000])
    for (const injuryClass of INJURY_CLASSES) {
      const policy = requirePolicy(beijingRows, BEIJING, period('2024-07'), injuryClass)
      expect(policy.lines.find(({ insurance }) => insurance === 'WORK_INJURY')?.ratePpm).toBe(
        INJURY_CLASS_BASE_PPM[injuryClass],
      )
    }
  })
})

describe('what cannot be answered is refused', () => {
  const prepare = (rows: readonly ParameterRow[], region = BEIJING, month = '2024-07') =>
    preparePolicy(rows, region, period(month), 1)

  it('an unknown region, naming the known ones', () => {
    expect(prepare(SHIPPED_PARAMETER_ROWS, '440100')).toEqual({
      ok: false,
      problem: { code: 'UNKNOWN_REGION', region: '440100', known: [BEIJING, SHANGHAI] },
    })
  })

  it('a period before the first limits', () => {
    expect(prepare(SHIPPED_PARAMETER_ROWS, BEIJING, '2023-06')).toMatchObject({
      ok: false,
      problem: { code: 'UNKNOWN_PERIOD', firstPeriod: '2023-07' },
    })
  })

  it('missing rows, all at once', () => {
    const rows = beijingRows.filter(
      ({ name, insurance }) => name !== 'AVERAGE_ROUNDING' && insurance !== 'UNEMPLOYMENT',
    )
    const result = prepare(rows)
    const missing = !result.ok && result.problem.code === 'MISSING_PARAMETERS' ? result.problem.missing : []
    expect(missing.map(({ name, insurance, side }) => `${name} ${insurance} ${side}`)).toEqual([
      'AVERAGE_ROUNDING ALL ALL',
      'RATE_PPM UNEMPLOYMENT EMPLOYER',
      'RATE_PPM UNEMPLOYMENT PERSONAL',
    ])
  })

  it('a class without a rate in the region, unless the unit has its own', () => {
    const month = period('2024-07')
    expect(preparePolicy(SHIPPED_PARAMETER_ROWS, SHANGHAI, month, 2)).toMatchObject({
      ok: false,
      problem: { code: 'MISSING_PARAMETERS', missing: [{ category: 'INJURY_CLASS_2' }] },
    })
    expect(preparePolicy(SHIPPED_PARAMETER_ROWS, SHANGHAI, month, 2, 3200).ok).toBe(true)
  })

  it('a unit rate outside its class', () => {
    const withRate = (ppm: number) => preparePolicy(beijingRows, BEIJING, period('2024-07'), 2, ppm)
    expect([1999, 2000, 6000, 6001].map((ppm) => withRate(ppm).ok)).toEqual([false, true, true, false])
    expect(withRate(6001)).toMatchObject({
      problem: { code: 'UNIT_RATE_OUT_OF_CLASS', lowestPpm: 2000, highestPpm: 6000 },
    })
  })

  it('a rate of class 1 below its base rate: that class floats only upwards', () => {
    const withRate = (ppm: number) => preparePolicy(beijingRows, BEIJING, period('2024-07'), 1, ppm)
    expect([1999, 2000, 3000, 3001].map((ppm) => withRate(ppm).ok)).toEqual([false, true, true, false])
  })

  it.each<[string, Partial<ParameterRow>]>([
    ['a rate that is no number', { name: 'RATE_PPM', value: '8 %' }],
    ['a rate above the whole wage', { name: 'RATE_PPM', value: 1_000_001 }],
    ['a negative floor', { name: 'BASE_FLOOR', side: 'ALL', value: -1 }],
    ['a fraction of a fen', { name: 'BASE_CEILING', side: 'ALL', value: 0.5 }],
  ])('%s, whoever wrote it past the checks of rows', (_what, change) => {
    const rows = beijingRows.map((row) =>
      row.name === change.name && row.insurance === 'PENSION' ? { ...row, ...change } : row,
    )
    expect(prepare(rows)).toMatchObject({ ok: false, problem: { code: 'UNUSABLE_PARAMETERS' } })
  })

  it('an unknown rounding, rather than rounding in some other way', () => {
    const rows = beijingRows.map((row) => (row.name === 'ROUNDING' ? { ...row, value: 'DOWN' } : row))
    expect(prepare(rows)).toMatchObject({ problem: { code: 'UNUSABLE_PARAMETERS', rows: [{ value: 'DOWN' }] } })
  })

  it('a personal share of work injury (SIL 33) or maternity (SIL 53)', () => {
    const rate = beijingRows.find(({ name, side }) => name === 'RATE_PPM' && side === 'PERSONAL')
    if (rate === undefined) throw new Error('no rate')
    expect(prepare([...beijingRows, { ...rate, insurance: 'WORK_INJURY' }])).toMatchObject({
      problem: { code: 'UNUSABLE_PARAMETERS', rows: [{ insurance: 'WORK_INJURY', side: 'PERSONAL' }] },
    })
  })

  it('overlapping rows', () => {
    if (pensionFloor === undefined) throw new Error('no floor')
    const twin = { ...pensionFloor, validFrom: period('2024-06'), validTo: period('2024-08') }
    expect(prepare([...beijingRows, twin])).toMatchObject({ ok: false, problem: { code: 'OVERLAPPING_PARAMETERS' } })
    expect(findOverlaps([...beijingRows, twin])).toHaveLength(2)
    expect(findOverlaps([pensionFloor, { ...pensionFloor, validFrom: period('2024-07'), validTo: null }])).toEqual([])
    expect(findOverlaps([pensionFloor, { ...pensionFloor, region: SHANGHAI }])).toEqual([])
  })

  it('a floor above its ceiling', () => {
    const rows = beijingRows.map((row) =>
      row.name === 'BASE_CEILING' && row.insurance === 'MEDICAL' ? { ...row, value: 1 } : row,
    )
    expect(prepare(rows)).toMatchObject({ ok: false, problem: { code: 'LIMITS_REVERSED', insurance: 'MEDICAL' } })
  })
})

describe('rows of an office', () => {
  it('may set limits per insurance, collect maternity by itself and add a person category', () => {
    const template = beijingRows.find(({ name, insurance }) => name === 'RATE_PPM' && insurance === 'PENSION')
    if (template === undefined || pensionFloor === undefined) throw new Error('no template')
    const maternity = { insurance: 'MATERNITY' as const, validTo: null }
    const rows: ParameterRow[] = [
      ...beijingRows.map((row) => {
        if (row.name === 'MATERNITY_MODE') return { ...row, value: 'SEPARATE' }
        return row.name === 'BASE_FLOOR' && row.insurance === 'UNEMPLOYMENT' ? { ...row, value: 230_000 } : row
      }),
      { ...template, ...maternity, side: 'EMPLOYER', value: 8000 },
      { ...pensionFloor, ...maternity, value: 600_000 },
      { ...pensionFloor, ...maternity, name: 'BASE_CEILING', value: 3_000_000 },
      { ...template, category: 'FLEXIBLE', side: 'EMPLOYER', value: 120_000 },
    ]
    const policy = requirePolicy(rows, BEIJING, period('2024-07'), 1, null, 'FLEXIBLE')
    const { bases, lines } = assessPerson(policy, { wage: fen(300_000) })
    expect(bases).toEqual({
      PENSION: 682_100,
      UNEMPLOYMENT: 300_000,
      MEDICAL: 682_100,
      WORK_INJURY: 682_100,
      MATERNITY: 600_000,
    })
    expect(lines.find(({ insurance }) => insurance === 'MATERNITY')).toMatchObject({ side: 'EMPLOYER', amount: 4800 })
    expect(lines[0]).toMatchObject({ insurance: 'PENSION', ratePpm: 120_000 })
    const forAll = requirePolicy(rows, BEIJING, period('2024-07'), 1)
    expect(forAll.lines[0]?.ratePpm).toBe(160_000)
  })

  it.each([
    [{ value: 8.5 }, 'value'],
    [{ value: -1 }, 'value'],
    [{ value: 'HALF_UP_FEN' }, 'value'],
    [{ validTo: '2020-01' }, 'validTo'],
    [{ validFrom: '202407' }, 'validFrom'],
    [{ insurance: 'ALL' }, 'insurance'],
    [{ side: 'PERSONAL' }, 'side'],
    [{ region: '11' }, 'region'],
    [{ publishedOn: '2024-02-30' }, 'publishedOn'],
    [{ name: 'RATE_PPM', side: 'PERSONAL', insurance: 'WORK_INJURY' }, 'side'],
    [{ name: 'RATE_PPM', side: 'PERSONAL', insurance: 'MATERNITY' }, 'side'],
  ])('with %j are refused at %s', (change, path) => {
    const result = ParameterRow.safeParse({ ...pensionFloor, ...change })
    expect(result.error?.issues.map((issue) => issue.path[0])).toContain(path)
  })

  it('keep in force only limits, never a rate that ended', () => {
    const ended = beijingRows.map((row) => (row.name === 'RATE_PPM' ? { ...row, validTo: period('2024-12') } : row))
    expect(preparePolicy(ended, BEIJING, period('2025-01'), 1)).toMatchObject({
      problem: { code: 'MISSING_PARAMETERS' },
    })
    const resolved = resolveParameters(ended, BEIJING, period('2024-12'))
    const key = { name: 'RATE_PPM', insurance: 'PENSION', side: 'EMPLOYER', category: 'ALL' } as const
    expect(resolved.ok && resolved.parameters.find(key)?.carriedOver).toBe(false)
  })
})
