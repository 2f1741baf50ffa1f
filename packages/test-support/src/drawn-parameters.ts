import { INJURY_CLASSES, INSURANCES, period, PPM, ROUNDING_MODES } from '@shebao/kernel'
import { injuryClassCategory, requirePolicy } from '@shebao/premium'
import type { Insurance, RoundingMode, Side } from '@shebao/kernel'
import type { ParameterRow, Policy } from '@shebao/premium'
import fc from 'fast-check'

/** Parameter sets of a region that does not exist: any rates, limits, fixed amounts and rounding an office could enter. */
const REGION = '990000'

type Scope = { insurance?: Insurance | 'ALL'; side?: Side | 'ALL'; category?: string }

function row(name: ParameterRow['name'], value: number | string, scope: Scope = {}): ParameterRow {
  return {
    region: REGION,
    insurance: scope.insurance ?? 'ALL',
    side: scope.side ?? 'ALL',
    category: scope.category ?? 'ALL',
    name,
    value,
    validFrom: period('2020-01'),
    validTo: null,
    docNo: null,
    publishedOn: null,
    source: 'drawn',
    verified: true,
  }
}

const arbitraryRate = () => fc.oneof(fc.integer({ min: 0, max: 300_000 }), fc.constantFrom(0, 1, PPM))

function arbitraryInsuranceRows(insurance: Insurance): fc.Arbitrary<ParameterRow[]> {
  const personal = insurance !== 'WORK_INJURY' && insurance !== 'MATERNITY'
  const optional = insurance === 'LARGE_MEDICAL'
  return fc
    .record({
      floor: fc.integer({ min: 0, max: 1_000_000 }),
      width: fc.integer({ min: 0, max: 6_000_000 }),
      employerRate: fc.option(arbitraryRate()),
      personalRate: fc.option(arbitraryRate()),
      employerFixed: fc.option(fc.integer({ min: 0, max: 50_000 }), { freq: 1 }),
      personalFixed: fc.option(fc.integer({ min: 0, max: 50_000 }), { freq: 1 }),
      rounding: fc.option(fc.constantFrom<RoundingMode>(...ROUNDING_MODES)),
    })
    .map(({ floor, width, employerRate, personalRate, employerFixed, personalFixed, rounding }) => {
      const employer = { insurance, side: 'EMPLOYER' } as const
      const mine = { insurance, side: 'PERSONAL' } as const
      const rows = [row('BASE_FLOOR', floor, { insurance }), row('BASE_CEILING', floor + width, { insurance })]
      if (insurance !== 'WORK_INJURY' && (employerRate !== null || !optional)) {
        rows.push(row('RATE_PPM', employerRate ?? 0, employer))
      }
      if (personal && (personalRate !== null || !optional)) rows.push(row('RATE_PPM', personalRate ?? 0, mine))
      if (employerFixed !== null) rows.push(row('FIXED_AMOUNT', employerFixed, employer))
      if (personal && personalFixed !== null) rows.push(row('FIXED_AMOUNT', personalFixed, mine))
      if (rounding !== null) rows.push(row('ROUNDING', rounding, { insurance }))
      return rows
    })
}

export function arbitraryParameterRows(): fc.Arbitrary<ParameterRow[]> {
  const injuryRates = fc.array(arbitraryRate(), { minLength: INJURY_CLASSES.length, maxLength: INJURY_CLASSES.length })
  return fc
    .tuple(
      fc.tuple(...INSURANCES.map(arbitraryInsuranceRows)),
      injuryRates,
      fc.constantFrom(...ROUNDING_MODES),
      fc.constantFrom('FEN', 'YUAN'),
      fc.constantFrom('MERGED', 'SEPARATE'),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([perInsurance, rates, rounding, averageRounding, maternity, startMonth]) => [
      ...perInsurance.flat(),
      ...INJURY_CLASSES.map((injuryClass, index) =>
        row('RATE_PPM', rates[index] ?? 0, {
          insurance: 'WORK_INJURY',
          side: 'EMPLOYER',
          category: injuryClassCategory(injuryClass),
        }),
      ),
      row('ROUNDING', rounding),
      row('AVERAGE_ROUNDING', averageRounding),
      row('MATERNITY_MODE', maternity),
      row('PAYMENT_YEAR_START_MONTH', startMonth),
    ])
}

/** A policy of a drawn parameter set. */
export function arbitraryDrawnPolicy(): fc.Arbitrary<Policy> {
  return fc
    .tuple(arbitraryParameterRows(), fc.constantFrom(...INJURY_CLASSES))
    .map(([rows, injuryClass]) => requirePolicy(rows, REGION, period('2024-07'), injuryClass))
}

/** The same region and month before and after new limits were published. */
export function arbitraryPolicyPair(): fc.Arbitrary<{ before: Policy; after: Policy }> {
  const moved = fc.array(fc.integer({ min: -200_000, max: 300_000 }), { minLength: 12, maxLength: 12 })
  return fc.tuple(arbitraryParameterRows(), moved).map(([rows, by]) => {
    const raised = rows.map((each, index) =>
      each.name === 'BASE_FLOOR' || each.name === 'BASE_CEILING'
        ? { ...each, value: Math.max(0, Number(each.value) + (by[index % 6] ?? 0)) }
        : each,
    )
    const at = (set: ParameterRow[]) => requirePolicy(inOrder(set), REGION, period('2024-07'), 1)
    return { before: at(rows), after: at(raised) }
  })
}

/** Drawn limits may have crossed over: the ceiling is then the floor. */
function inOrder(rows: readonly ParameterRow[]): ParameterRow[] {
  return rows.map((each) => {
    if (each.name !== 'BASE_CEILING') return each
    const floor = rows.find(({ name, insurance }) => name === 'BASE_FLOOR' && insurance === each.insurance)
    return { ...each, value: Math.max(Number(each.value), Number(floor?.value ?? 0)) }
  })
}
