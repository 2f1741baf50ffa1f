import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDateText, serialToDate } from './date-text.ts'
import { amountScale, matchHeader } from './match-header.ts'
import { isDateFormat } from './number-format.ts'
import { parseEmploymentForm, parseHouseholdType, parseIdType, parseParticipation, parseYesNo } from './parse-choice.ts'
import { amountFromNumber, amountFromText, parseMonths, plainNumber } from './parse-number.ts'

describe('dates', () => {
  it.each([
    ['2010.12.26', '2010-12-26'],
    ['2012/1/12', '2012-01-12'],
    ['2021-06-17', '2021-06-17'],
    ['2020年5月16日', '2020-05-16'],
    ['2020年05月16号', '2020-05-16'],
    ['20200516', '2020-05-16'],
    ['45628', '2024-12-02'],
    ['2020-5-16 8:30:00', '2020-05-16'],
    ['2020-05-16T00:00:00.000Z', '2020-05-16'],
    ['2020 5 16', '2020-05-16'],
    ['2020年 5月 16日', '2020-05-16'],
    ['二〇二〇年五月十六日', '2020-05-16'],
    ['二○一〇年十二月二十六日', '2010-12-26'],
    ['26/12/2010', '2010-12-26'],
    ['12/26/2010', '2010-12-26'],
    ['2020-05-16(星期六)', '2020-05-16'],
  ])('%s', (text, date) => expect(parseDateText(text, false)).toBe(date))

  it.each([
    '2023-02-29',
    '2024年13月1日',
    '2020-05',
    '2020年5月',
    '10.12.26',
    '3/4/2010',
    '2020',
    '202005',
    '2020-01-123',
    '12345678901',
    '不详',
    '',
  ])('%s is no day', (text) => expect(parseDateText(text, false)).toBeUndefined())

  it('knows the day that never was and the days before it', () => {
    expect([serialToDate(59, false), serialToDate(60, false), serialToDate(61, false)]).toEqual([
      '1900-02-28',
      undefined,
      '1900-03-01',
    ])
    expect(serialToDate(0, true)).toBe('1904-01-01')
  })

  it('the two systems lie 1462 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 70_000 }), (serial) => {
        expect(serialToDate(serial, false)).toBe(serialToDate(serial - 1462, true))
      }),
    )
  })

  it.each([
    ['yyyy-mm-dd', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['m/d/yy h:mm', true],
    ['General', false],
    ['#,##0.00', false],
    ['0.00"yd"', false],
    ['[Red]0', false],
    ['@', false],
    ['0.00E+00', false],
    ['￥#,##0', false],
  ])('format %s', (code, isDate) => expect(isDateFormat(code)).toBe(isDate))
})

describe('amounts', () => {
  it.each([
    ['163,085.52', 16_308_552],
    ['￥41114.94', 4_111_494],
    ['¥ 1,000', 100_000],
    ['１２，３４５．６７', 1_234_567],
    ["'5000", 500_000],
    ['5000元', 500_000],
    ['人民币5000.5元整', 500_050],
    ['0', 0],
    ['1.2万', 1_200_000],
    ['71441.75999999999', 7_144_176],
    ['5000.', 500_000],
    ['.5', 50],
    ['-12.30', -1230],
    ['6.5E+4', 6_500_000],
  ])('%s', (text, fen) => expect(amountFromText(text, 1)).toBe(fen))

  it.each(['约五万', '12,34', '1.234.567', '5000/月', '12.345', '1,5', '--', '5 000 000 000 000 000 000'])(
    '%s stays text',
    (text) => expect(amountFromText(text, 1)).toBeUndefined(),
  )

  it('scales by the unit in the head, exactly', () => {
    expect(amountScale('上年工资总额（万元）')).toBe(10_000)
    expect(amountFromText('6.62979', 10_000)).toBe(6_629_790)
    expect(amountFromNumber('6.629796', 10_000)).toBe(6_629_796)
  })

  it('a double’s noise does not move a fen, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_99 }), (fen) => {
        const double = fen / 100
        expect(amountFromNumber(String(double), 1)).toBe(fen)
        expect(amountFromNumber(double.toExponential(16), 1)).toBe(fen)
        expect(amountFromText(double.toFixed(2), 1)).toBe(fen)
      }),
    )
  })

  it('shows numbers as the sheet does', () => {
    expect(['66297.96000000001', '1e-7', '3.50203199210315E+17', '13812345678', '0.1'].map(plainNumber)).toEqual([
      '66297.96',
      '0.0000001',
      '350203199210315000',
      '13812345678',
      '0.1',
    ])
  })

  it.each([
    ['12', 12],
    ['12个月', 12],
    ['０', 0],
    ['十二', 12],
    ['13', 13],
    ['12.0', 12],
    ['11.5', undefined],
    ['全年', undefined],
    ['', undefined],
  ])('months %s', (text, months) => expect(parseMonths(text)).toBe(months))
})

describe('words', () => {
  it.each([
    ['本市城镇', 'LOCAL_URBAN'],
    ['外埠农村', 'NONLOCAL_RURAL'],
    ['本地非农业户口', 'LOCAL_URBAN'],
    ['外省市农业', 'NONLOCAL_RURAL'],
    ['非本市城镇', 'NONLOCAL_URBAN'],
    ['城镇（本市）', 'LOCAL_URBAN'],
    ['外地农户', 'NONLOCAL_RURAL'],
    ['Non-local rural', 'NONLOCAL_RURAL'],
    ['Local urban', 'LOCAL_URBAN'],
    ['城镇', undefined],
    ['本市', undefined],
    ['港澳台', 'HMT_RESIDENT'],
    ['台港澳人员', 'HMT_RESIDENT'],
    ['香港居民', 'HMT_RESIDENT'],
    ['外籍人士', 'FOREIGN_NATIONAL'],
    ['外国人', 'FOREIGN_NATIONAL'],
    ['Foreign national', 'FOREIGN_NATIONAL'],
    ['本籍', undefined],
    ['居民户口', undefined],
  ])('household %s', (text, value) => expect(parseHouseholdType(text)).toBe(value))

  it.each([
    ['正式工', 'REGULAR'],
    ['在编', 'REGULAR'],
    ['合同制', 'CONTRACT'],
    ['劳动合同制', 'CONTRACT'],
    ['临时工', 'TEMPORARY'],
    ['非全日制', 'TEMPORARY'],
    ['季节性用工', 'SEASONAL'],
    ['劳务派遣', undefined],
  ])('employment %s', (text, value) => expect(parseEmploymentForm(text)).toBe(value))

  it.each([
    ['身份证', 'RESIDENT_ID'],
    ['台胞证', 'HMT_TRAVEL_NUMBER'],
    ['港澳台居民居住证', 'HMT_RESIDENCE_PERMIT'],
    ['外国人永久居留身份证', 'FOREIGN_PERMANENT_RESIDENCE'],
    ['护照', 'FOREIGN_PASSPORT_NUMBER'],
    ['军官证', undefined],
  ])('ID type %s', (text, value) => expect(parseIdType(text)).toBe(value))

  it('yes, no, and a no with its reason', () => {
    expect(['是', '√', '1', 'Y', 'yes', 'TRUE', '已参保'].map((text) => parseYesNo(text)?.value)).toEqual(
      Array(7).fill(true),
    )
    expect(['否', '×', '0', 'n', '未参保', 'Ｎ'].map((text) => parseYesNo(text)?.value)).toEqual(Array(6).fill(false))
    expect(parseYesNo('否（退休返聘）')).toEqual({ value: false, reason: '退休返聘' })
    expect(['', '-', '/', '待定', '是否'].map(parseYesNo)).toEqual(Array(5).fill(undefined))
  })

  const five = (letters: string) => ({
    PENSION: letters[0] === 'y',
    MEDICAL: letters[1] === 'y',
    UNEMPLOYMENT: letters[2] === 'y',
    WORK_INJURY: letters[3] === 'y',
    MATERNITY: letters[4] === 'y',
  })
  it.each([
    ['五险齐全', 'yyyyy'],
    ['五险', 'yyyyy'],
    ['全部参保', 'yyyyy'],
    ['养老、医疗、失业、工伤、生育', 'yyyyy'],
    ['养老保险,医疗保险', 'yynnn'],
    ['养老医疗失业工伤生育', 'yyyyy'],
    ['仅工伤', 'nnnyn'],
    ['五险（不含生育）', 'yyyyn'],
    ['除失业外均参保', 'yynyy'],
    ['无生育', 'yyyyn'],
    ['未参保', 'nnnnn'],
    ['否', 'nnnnn'],
    ['Pension, Medical', 'yynnn'],
    ['医疗（含生育）', 'nynny'],
  ])('insurances %s', (text, letters) => expect(parseParticipation(text)).toEqual(five(letters)))

  it.each(['三险', '四险', '商业保险', '养老、公积金', '待定', '-'])('insurances %s stays text', (text) =>
    expect(parseParticipation(text)).toBeUndefined(),
  )
})

describe('column heads', () => {
  it.each([
    ['职工姓名 *', 'name'],
    ['去年工资合计(元)', 'wagesLastYear'],
    ['2025年度工资总额（元）', 'wagesLastYear'],
    ['2025年工资总额', 'wagesLastYear'],
    ['上年度工作月数', 'monthsWorkedLastYear'],
    ['参加工作/入职时间', 'hireDate'],
    ['身份证 号码', 'idNumber'],
    ['公民身份号码（社会保障号码）', 'idNumber'],
    ['月均工资', 'statedMonthlyAverage'],
    ['上年月平均工资', 'statedMonthlyAverage'],
    ['联系电话', 'mobile'],
    ['户籍', 'householdType'],
    ['用工性质', 'employmentForm'],
    ['五险参保情况', 'participation'],
    ['养老保险', 'participation.PENSION'],
    ['是否参加工伤保险', 'participation.WORK_INJURY'],
    ['养老未参保原因', 'exemptionReasons.PENSION'],
    ['Ｎｏ．', 'sequence'],
    ['ID Number', 'idNumber'],
    ['Employee name', 'name'],
    ['新职工首月工资（元）', 'firstMonthWage'],
    ['离职时间', 'leaveDate'],
    ['缴费基数', undefined],
    ['养老缴费基数', undefined],
    ['备注', undefined],
    ['联系人姓名', undefined],
    ['开户银行账号', undefined],
    ['', undefined],
  ])('%s', (text, field) => expect(matchHeader(text)?.field).toBe(field))
})
