import { describe, expect, it } from 'vitest'
import { REGION_CODES } from './region-codes.ts'
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
