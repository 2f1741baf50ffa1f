import { describe, expect, it } from 'vitest'
import { askShebao } from '../testing/ask-shebao.ts'

/** The JSON answer with the exit code beside it. */
async function askId(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, status } = await askShebao(['id', '--json', '--today', '2026-11-23', ...args])
  return { ...(JSON.parse(stdout) as Record<string, unknown>), status }
}

describe('shebao id --json', () => {
  it('tells a valid number, its kind, value and facts', async () => {
    expect(await askId('11010519491231002x')).toEqual({
      status: 0,
      input: '11010519491231002x',
      type: 'RESIDENT_ID',
      valid: true,
      value: '11010519491231002X',
      facts: { sex: 'FEMALE', birthDate: '1949-12-31', region: '110105', regionName: '北京市朝阳区' },
      warnings: [],
      alternatives: ['CREDIT_CODE', 'LOCAL_REGISTRATION_NUMBER'],
    })
  })

  it('tells the first failing code and what was expected', async () => {
    expect(await askId('91110000600037341M')).toMatchObject({
      status: 1,
      type: 'CREDIT_CODE',
      valid: false,
      code: 'CHECKSUM',
      expected: 'L',
      facts: {},
      warnings: [],
    })
  })

  it.each([
    ['440308199902301512', { status: 1, type: 'RESIDENT_ID', code: 'BIRTH_DATE' }],
    ['9111O000600037341L', { status: 1, type: 'CREDIT_CODE', code: 'FORMAT' }],
    ['KAZ990090123105', { status: 1, type: 'FOREIGN_PERMANENT_RESIDENCE', code: 'REGION' }],
    ['911999199012310021', { status: 1, type: 'FOREIGN_PERMANENT_RESIDENCE', code: 'REGION' }],
    ['610104620927690', { status: 0, type: 'RESIDENT_ID', value: '610104196209276908' }],
    ['HKG012345678', { status: 0, type: 'HMT_TRAVEL_NUMBER', valid: true }],
    ['810000199408230021', { status: 0, type: 'HMT_RESIDENCE_PERMIT', valid: true }],
    ['D58009678', { status: 0, type: 'CARD_NUMBER', valid: true }],
    ['6222021234567890123', { status: 1, type: 'BANK_CARD', code: 'CHECKSUM' }],
    ['12812345678', { status: 1, type: 'MOBILE', code: 'FORMAT' }],
    ['张三1', { status: 1, type: 'PERSON_NAME', code: 'FORMAT' }],
    ['34052419800101001X', { status: 0, warnings: [{ code: 'UNKNOWN_REGION', params: { region: '340524' } }] }],
    ['??', { status: 1, type: 'UNKNOWN', valid: false, code: 'FORMAT' }],
  ])('%s', async (input, answer) => {
    expect(await askId(input)).toMatchObject(answer)
  })

  it('checks as the kind it is told, and against the day it is told', async () => {
    expect(await askId('13812345678', '--type', 'unit-account')).toMatchObject({ status: 0, type: 'UNIT_ACCOUNT' })
    expect(await askId('110101199003078670', '--today', '1990-03-06')).toMatchObject({ status: 1, code: 'BIRTH_DATE' })
  })
})

describe('shebao id in words', () => {
  it('speaks the language of the terminal, or the one asked for', async () => {
    expect((await askShebao(['id', '11010519491231002X'], { LANG: 'zh_CN.UTF-8' })).stdout).toContain(
      '公民身份号码：有效',
    )
    expect((await askShebao(['id', '11010519491231002X'])).stdout).toContain('Resident ID number: valid')
    expect((await askShebao(['id', '11010519491231002X', '--lang', 'zh-CN'])).stdout).toContain('性别：女')
  })

  it('says what would be right', async () => {
    expect((await askShebao(['id', '340524198001010013', '--lang', 'zh-CN'])).stdout).toContain('末位应为X')
    expect((await askShebao(['id', 'H1234567800'])).stdout).toContain('HKG012345678')
  })
})

describe('usage errors', () => {
  it.each([
    [['id']],
    [['id', '1', '2']],
    [['id', '1', '--type', 'SHOE_SIZE']],
    [['id', '1', '--today', '2026-02-30']],
    [['id', '1', '--lang', 'fr']],
    [['id', '1', '--colour']],
    [['no-such-command']],
    [[]],
  ])('%j exits 2 and answers nothing', async (args) => {
    const { stdout, stderr, status } = await askShebao(args)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toContain('Usage: shebao')
  })
})
