import { describe, expect, it } from 'vitest'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { checkUnitForm } from '../check-unit-form.ts'
import {
  changeUnit,
  GOOD_UNIT,
  NOTHING_PAID,
  ODD_CREDIT_CODE,
  UNIT_CONTEXT,
  UNIT_EXAMPLES,
  UNIT_PASSES,
} from '../rule-examples/unit.ts'
import { UNIT_FIELDS } from '../unit-fields.ts'
import { UnitComplete, UnitDraft } from '../unit-form.ts'

const ids = (change: Parameters<typeof changeUnit>[0], context = UNIT_CONTEXT) =>
  checkUnitForm(changeUnit(change), context).map(({ ruleId, path }) => [ruleId, path])
const { register: _register, ...unregistered } = UNIT_CONTEXT

describe('the unit form', () => {
  it('accepts a good form, which the Complete schema takes as well', () => {
    expect(checkUnitForm(GOOD_UNIT, UNIT_CONTEXT)).toEqual([])
    expect(UnitComplete.safeParse(GOOD_UNIT).success).toBe(true)
    expect(UnitDraft.parse(GOOD_UNIT)).toEqual(GOOD_UNIT)
  })

  it.each(UNIT_EXAMPLES)('unit.%s on %s speaks alone: %j', (rule, field, change) => {
    const context = rule.startsWith('creditCode') || rule.startsWith('unitCode') ? unregistered : UNIT_CONTEXT
    expect(ids(change, context)).toEqual([[`unit.${rule}`, `unit.${field}`]])
  })

  it.each(UNIT_PASSES)('accepts %s', (_, change) => {
    expect(ids(change)).toEqual([])
  })

  it('warns about the inner organisation code only', () => {
    expect(ids({ creditCode: ODD_CREDIT_CODE }, unregistered)).toEqual([
      ['unit.creditCode.orgCodeChecksum', 'unit.creditCode'],
    ])
    expect(checkUnitForm(changeUnit({ creditCode: ODD_CREDIT_CODE }), unregistered)[0]?.severity).toBe('warning')
  })

  it('takes another figure than the ledger holds only with its reason, and says both figures', () => {
    const both = ['unit.paidLastYear.ledger', 'unit.paidLastYear.PENSION']
    expect(ids(NOTHING_PAID)).toEqual([['unit.paidLastYearReason.required', 'unit.paidLastYearReason'], both])
    expect(ids({ ...NOTHING_PAID, paidLastYearReason: '在途' })).toEqual([
      ['unit.paidLastYearReason.range', 'unit.paidLastYearReason'],
      both,
    ])
    const explained = changeUnit({ ...NOTHING_PAID, paidLastYearReason: '去年十二月的一笔在途，银行尚未入账' })
    expect(checkUnitForm(explained, UNIT_CONTEXT)).toMatchObject([
      { severity: 'warning', params: { insurance: 'PENSION', statedFen: 0, ledgerFen: 5_000_000 } },
    ])
    expect(ids({ ...NOTHING_PAID, paidLastYearByLedger: undefined })).toEqual([])
  })

  it('answers the vectors of the domain specification', () => {
    expect(
      ids({ staffTotal: 10, staffRegular: 6, staffContract: 2, staffTemporary: 1, staffSeasonal: 0 })[0]?.[0],
    ).toBe('unit.staffTotal.byForm')
    expect(checkUnitForm(changeUnit({ staffSeasonal: 0 }), UNIT_CONTEXT)[0]).toMatchObject({
      code: 'SUM_MISMATCH',
      params: { sum: 9, total: 10, difference: -1 },
    })
    const short = checkUnitForm(changeUnit({ insuredCount: { ...GOOD_UNIT.insuredCount, PENSION: 9 } }), UNIT_CONTEXT)
    expect(short).toMatchObject([{ code: 'REQUIRED', field: 'insuredShortfallReason.PENSION' }])
    const arrears = checkUnitForm(
      changeUnit({ paymentStatus: 'ARREARS', paymentStatusMonths: ['2025-11'] }),
      UNIT_CONTEXT,
    )
    expect(arrears).toMatchObject([{ code: 'LEDGER_MISMATCH', field: 'paymentStatus' }])
  })

  it('asks of an empty form every field that is always required, once, and nothing else', () => {
    const issues = checkUnitForm({}, UNIT_CONTEXT)
    const expected = UNIT_FIELDS.filter(
      ({ required, readOnly }) => required === 'always' && readOnly !== 'LEDGER',
    ).flatMap(({ name, perInsurance }) =>
      perInsurance ? FIVE_INSURANCES.map((insurance) => `unit.${name}.${insurance}`) : [`unit.${name}`],
    )
    expect(issues.map(({ path }) => path)).toEqual(expected)
    expect(issues.every(({ code }) => code === 'REQUIRED')).toBe(true)
  })

  it('lets a missing figure silence the sums that need it', () => {
    expect(ids({ staffTotal: undefined })).toEqual([['unit.staffTotal.required', 'unit.staffTotal']])
    expect(ids({ staffTotal: undefined, raw: { staffTotal: '十人' } })).toEqual([
      ['unit.staffTotal.format', 'unit.staffTotal'],
    ])
  })

  const typedFigures = UNIT_FIELDS.filter(
    ({ kind, readOnly }) => readOnly !== 'LEDGER' && (kind === 'count' || kind === 'money'),
  )
  it.each(typedFigures)('refuses a fraction and a negative $name', ({ name, perInsurance }) => {
    const path = perInsurance ? `unit.${name}.PENSION` : `unit.${name}`
    for (const [value, code] of [
      [0.5, 'FORMAT'],
      [-1, 'RANGE'],
    ] as const) {
      const before = (GOOD_UNIT[name] ?? {}) as object
      const issues = checkUnitForm(
        changeUnit({ [name]: perInsurance ? { ...before, PENSION: value } : value }),
        UNIT_CONTEXT,
      )
      expect(issues).toMatchObject([{ path, code }])
    }
  })
})
