import {
  addDays,
  addMonths,
  civilDate,
  fen,
  INJURY_CLASSES,
  INSURANCES,
  LARGEST_MONTHLY_AMOUNT,
  period,
  ROUNDING_MODES,
} from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { CivilDate, Fen, Participation, Period, RoundingMode } from '@shebao/kernel'
import type { LateFeeInput, ParameterRow, PeriodDebt, PersonInput, Policy } from '@shebao/premium'
import fc from 'fast-check'

/** Arbitraries for money, periods, people and debts. Amounts are whole fen. */

export * from './drawn-parameters.ts'
export * from './explanation-check.ts'

export function arbitraryFen(lowest = 0, highest: number = LARGEST_MONTHLY_AMOUNT): fc.Arbitrary<Fen> {
  return fc.integer({ min: lowest, max: highest }).map(fen)
}

/** Monthly wages, half of them near the Beijing limits of 2024, where clamping starts and stops. */
export function arbitraryWage(): fc.Arbitrary<Fen> {
  return fc.oneof(
    arbitraryFen(0, 10_000_000),
    arbitraryFen(682_090, 682_110),
    arbitraryFen(3_528_290, 3_528_310),
    fc.constant(LARGEST_MONTHLY_AMOUNT),
  )
}

export function arbitraryPeriod(first = '2023-07', months = 60): fc.Arbitrary<Period> {
  return fc.integer({ min: 0, max: months }).map((step) => addMonths(period(first), step))
}

export function arbitraryDate(first = '2010-01-01', days = 6000): fc.Arbitrary<CivilDate> {
  return fc.integer({ min: 0, max: days }).map((step) => addDays(civilDate(first), step))
}

/** Any mixture of taking part, not taking part and not saying. */
export function arbitraryParticipation(): fc.Arbitrary<Participation> {
  return fc.dictionary(fc.constantFrom(...INSURANCES), fc.boolean())
}

export function arbitraryPerson(): fc.Arbitrary<PersonInput> {
  const basis = fc.oneof(
    arbitraryWage().map((average) => ({ average })),
    arbitraryWage().map((wage) => ({ wage })),
    fc.record({ wagesLastYear: arbitraryFen(0, 900_000_000), monthsWorked: fc.integer({ min: 1, max: 12 }) }),
  )
  return fc
    .tuple(basis, arbitraryParticipation(), fc.boolean())
    .map(([wage, participation, fixedAlreadyCharged]) => ({ ...wage, participation, fixedAlreadyCharged }))
}

/** The Beijing rows with another rounding of premiums or of the average wage. */
export function beijingRowsWith(rounding: RoundingMode, averageRounding: 'FEN' | 'YUAN'): ParameterRow[] {
  return SHIPPED_PARAMETER_ROWS.filter(({ region }) => region === BEIJING).map((row) => {
    if (row.name === 'ROUNDING') return { ...row, value: rounding }
    return row.name === 'AVERAGE_ROUNDING' ? { ...row, value: averageRounding } : row
  })
}

/** Beijing policies of every period, class and rounding. */
export function arbitraryPolicy(): fc.Arbitrary<Policy> {
  return fc
    .tuple(
      fc.constantFrom(...ROUNDING_MODES),
      fc.constantFrom('FEN', 'YUAN'),
      arbitraryPeriod(),
      fc.constantFrom(...INJURY_CLASSES),
    )
    .map(([rounding, averageRounding, month, injuryClass]) =>
      requirePolicy(beijingRowsWith(rounding, averageRounding), BEIJING, month, injuryClass),
    )
}

/** A late debt with up to four part payments that never exceed the principal. */
export function arbitraryLateFee(): fc.Arbitrary<LateFeeInput & { partPayments: { on: CivilDate; amount: Fen }[] }> {
  return fc
    .record({
      principal: arbitraryFen(1, 10_000_000_000),
      due: arbitraryDate(),
      daysLate: fc.integer({ min: 0, max: 2500 }),
      parts: fc.array(
        fc.record({ day: fc.integer({ min: -5, max: 2500 }), percent: fc.integer({ min: 0, max: 25 }) }),
        {
          maxLength: 4,
        },
      ),
      rule: fc.constantFrom('DUE_DATE', 'SETTLED_MONTH'),
      cap: fc.constantFrom('NONE', 'PRINCIPAL'),
    })
    .map(({ principal, due, daysLate, parts, rule, cap }) => ({
      principal,
      due,
      until: addDays(due, daysLate),
      rule,
      cap,
      partPayments: parts.map(({ day, percent }) => ({
        on: addDays(due, day),
        amount: fen(Math.floor((principal * percent) / 100)),
      })),
    }))
}

export function arbitraryDebts(): fc.Arbitrary<PeriodDebt[]> {
  const share = fc.record({
    insurance: fc.constantFrom(...INSURANCES),
    side: fc.constantFrom('EMPLOYER', 'PERSONAL'),
    outstanding: arbitraryFen(0, 500_000),
  })
  const debt = fc.record({
    period: arbitraryPeriod(),
    shares: fc.uniqueArray(share, { maxLength: 8, selector: ({ insurance, side }) => `${side}${insurance}` }),
    lateFee: arbitraryFen(0, 5000),
  })
  return fc.uniqueArray(debt, { maxLength: 6, selector: (each) => each.period })
}
