import { describe, expect, it } from 'vitest'
import { REGION_CODES } from './region-codes.ts'
import { CURRENT_DISTRICTS } from './current-districts.ts'
import { districtOfCreditCode, isDistrictOf, listDistricts } from './district.ts'
import { findRegionName, findRegionNames } from './region-names.ts'
import { checkCardNumber, checkLocalRegistrationNumber, checkRegistrationNumber, isKnownRegion } from './index.ts'

describe('regions', () => {
  it('know every code their list has, and the name of each', () => {
    const codes = Object.entries(REGION_CODES).flatMap(([province, groups]) =>
      groups
        .split(' ')
        .flatMap((group) => (group.slice(2).match(/../g) ?? []).map((county) => province + group.slice(0, 2) + county)),
    )
    expect(codes.length).toBeGreaterThan(7000)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !isKnownRegion(code) || findRegionNames(code).length === 0)).toEqual([])
  })

  it('name a place from the province down', () => {
    expect(findRegionNames('110105')).toEqual(['北京市', '市辖区', '朝阳区'])
    expect(findRegionNames('370200')).toEqual(['山东省', '青岛市'])
    expect(findRegionNames('990000')).toEqual([])
  })

  it.each(['', '11010', '1101011', '11010a', '999999', '000000'])('do not know %j', (code) => {
    expect(isKnownRegion(code)).toBe(false)
  })
})

describe('regional forms', () => {
  it('narrow registration and card numbers', () => {
    expect(checkLocalRegistrationNumber('3703123456', /^3703\d{6}$/).ok).toBe(true)
    expect(checkLocalRegistrationNumber('3702123456', /^3703\d{6}$/)).toMatchObject({ code: 'FORMAT' })
    expect(checkCardNumber('A1234567890', /^A\d{10}$/).ok).toBe(true)
  })

  it('take eighteen characters for a credit code, so its slips are noticed', () => {
    expect(checkRegistrationNumber('91110000600037341M')).toMatchObject({ type: 'CREDIT_CODE', code: 'CHECKSUM' })
    expect(checkRegistrationNumber('3703123456')).toMatchObject({ ok: true, type: 'LOCAL_REGISTRATION_NUMBER' })
    expect(checkRegistrationNumber('12345')).toMatchObject({ code: 'FORMAT' })
  })
})

describe('the name of a place in both languages', () => {
  it.each([
    ['110000', { zh: '北京市', en: 'Beijing' }],
    ['440300', { zh: '广东省深圳市', en: 'Shenzhen' }],
    ['440700', { zh: '广东省江门市', en: '江门市, Guangdong' }],
    ['110105', { zh: '北京市朝阳区', en: '朝阳区, Beijing' }],
    ['990000', undefined],
    ['110099', undefined],
    ['11', undefined],
    ['constructor', undefined],
  ])('%s', (code, name) => {
    expect(findRegionName(code)).toEqual(name)
  })
})

describe('districts of a region', () => {
  it('are those that stand today, in a prefecture as in its province', () => {
    const provinces = Object.keys(CURRENT_DISTRICTS).flatMap((province) => listDistricts(`${province}0000`))
    expect(provinces).toHaveLength(2975)
    expect(provinces.filter(({ code, nameZh }) => nameZh === code || nameZh.endsWith('市辖区'))).toEqual([])
    expect(listDistricts('370200').map(({ nameZh }) => nameZh.slice(6))).toEqual([
      '市南区',
      '市北区',
      '黄岛区',
      '崂山区',
      '李沧区',
      '城阳区',
      '即墨区',
      '胶州市',
      '平度市',
      '莱西市',
    ])
    expect(listDistricts('110108')).toEqual([])
    expect(listDistricts('441900')).toEqual([])
  })

  it('take abolished ones, and neither the region itself nor all districts of a city together', () => {
    const codes = Object.entries(REGION_CODES).flatMap(([province, groups]) =>
      groups
        .split(' ')
        .flatMap((group) => (group.slice(2).match(/../g) ?? []).map((county) => province + group.slice(0, 2) + county)),
    )
    const together = codes.filter((code) => findRegionNames(code).at(-1) === '市辖区')
    expect(together.length).toBeGreaterThan(300)
    expect(together.filter((code) => isDistrictOf(`${code.slice(0, 2)}0000`, code))).toEqual([])
    expect(isDistrictOf('110000', '110103')).toBe(true)
    for (const code of ['110000', '110100', '370202', '110199']) expect(isDistrictOf('110000', code)).toBe(false)
    expect(isDistrictOf('370200', '370102')).toBe(false)
  })

  it('are read from a credit code', () => {
    expect(districtOfCreditCode('110000', '91110108MA01ABCD1Y')).toBe('110108')
    expect(districtOfCreditCode('110000', '91110000600037341M')).toBeUndefined()
    expect(districtOfCreditCode('440300', '91110108MA01ABCD1Y')).toBeUndefined()
  })
})
