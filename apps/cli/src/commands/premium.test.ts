import { describe, expect, it } from 'vitest'
import { askShebao } from '../testing/ask-shebao.ts'

const BEIJING = ['premium', '--today', '2026-11-23', '--region', '110000', '--period', '2024-07', '--injury-class', '1']

describe('shebao premium', () => {
  it('answers in fen, line by line', async () => {
    const { stdout, stderr, status } = await askShebao([...BEIJING, '--wage', '10000.00', '--json'])
    const line = (insurance: string, side: string, ratePpm: number, amount: number, fixed = 0) => ({
      insurance,
      side,
      base: 1_000_000,
      ratePpm,
      fixed,
      amount,
    })
    expect(JSON.parse(stdout)).toEqual({
      base: 1_000_000,
      lines: [
        line('PENSION', 'EMPLOYER', 160_000, 160_000),
        line('UNEMPLOYMENT', 'EMPLOYER', 5000, 5000),
        line('MEDICAL', 'EMPLOYER', 98_000, 98_000),
        line('WORK_INJURY', 'EMPLOYER', 2000, 2000),
        line('PENSION', 'PERSONAL', 80_000, 80_000),
        line('UNEMPLOYMENT', 'PERSONAL', 5000, 5000),
        line('MEDICAL', 'PERSONAL', 20_000, 20_300, 300),
      ],
      employer: 265_000,
      personal: 105_300,
      total: 370_300,
    })
    expect([stderr, status]).toEqual([expect.stringMatching(/^Note: .*sample figures/u), 0])
  })

  it('prints a table and, when asked, the derivation', async () => {
    const { stdout } = await askShebao([...BEIJING, '--wage', '5,000', '--explain', '--lang', 'zh-CN'])
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('北京市 110000　2024-07　工伤第1类')
    expect(lines.find((line) => line.startsWith('应缴合计 '))).toMatch(/ 2,526\.78$/u)
    expect(lines).toContain('应缴合计 = 2,526.78元  [以下各项之和]')
    expect(stdout).toContain('月平均工资低于下限，按下限核定')
  })

  it('carries the derivation in JSON too', async () => {
    const { stdout } = await askShebao([...BEIJING, '--wage', '50000', '--explain', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      total: 1_305_772,
      explanation: { label: 'TOTAL', result: { kind: 'FEN', value: 1_305_772 } },
    })
  })

  it('takes the unit’s own rate within its class', async () => {
    const ask = (rate: string) => askShebao([...BEIJING, '--wage', '10000', '--json', '--unit-rate', rate])
    expect(JSON.parse((await ask('0.24%')).stdout)).toMatchObject({ employer: 265_400 })
    expect(await ask('0.5%')).toMatchObject({ status: 2, stdout: '' })
    expect((await ask('0.5%')).stderr).toContain('outside class 1 (0.2% to 0.3%)')
  })

  it('says on stderr when limits are carried over or figures unverified', async () => {
    const today = ['premium', '--today', '2026-11-23', '--wage', '10000', '--injury-class', '1', '--json']
    const beijing = await askShebao([...today, '--region', '110000', '--period', '2026-11'])
    expect([beijing.status, beijing.stderr]).toEqual([0, expect.stringContaining('latest published ones')])
    const shanghai = await askShebao([...today, '--region', '310000', '--period', '2024-07'])
    expect(shanghai.stderr).toContain('sample figures, which no office has published: not verified')
    expect(JSON.parse(shanghai.stdout)).toMatchObject({ base: 1_000_000 })
  })

  it.each([
    [
      ['--region', '440300', '--period', '2024-07', '--wage', '1', '--injury-class', '1'],
      'no parameters for region 440300',
    ],
    [['--region', 'beijing', '--period', '2024-07', '--wage', '1', '--injury-class', '1'], 'six-digit'],
    [['--region', '110000', '--period', '2022-01', '--wage', '1', '--injury-class', '1'], 'the first are for 2023-07'],
    [['--region', '110000', '--period', '2099-01', '--wage', '1', '--injury-class', '1'], '2027-11 is the last'],
    [['--region', '110000', '--period', '2024-13', '--wage', '1', '--injury-class', '1'], 'a real month'],
    [['--region', '110000', '--period', '2024-07', '--wage', '-5', '--injury-class', '1'], 'may not be negative'],
    [['--region', '110000', '--period', '2024-07', '--wage', 'ten', '--injury-class', '1'], 'not an amount'],
    [['--region', '110000', '--period', '2024-07', '--wage', '1e9', '--injury-class', '1'], 'not an amount'],
    [['--region', '110000', '--period', '2024-07', '--wage', '1.005', '--injury-class', '1'], 'at most two decimals'],
    [['--region', '110000', '--period', '2024-07', '--wage', '10000000.01', '--injury-class', '1'], 'may not exceed'],
    [['--region', '110000', '--period', '2024-07', '--wage', '1', '--injury-class', '9'], 'classes are 1 to 8'],
    [['--region', '310000', '--period', '2024-07', '--wage', '1', '--injury-class', '3'], 'INJURY_CLASS_3'],
    [['--wage', '1'], 'missing: --region --period --injury-class'],
    [['--colour', 'red'], '--colour'],
  ])('refuses %j', async (args, reason) => {
    const { stdout, stderr, status } = await askShebao(['premium', '--today', '2026-11-23', ...args, '--json'])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(reason)
  })

  it('names everything wrong at once', async () => {
    const { stderr } = await askShebao(['premium', '--period', 'x', '--wage', '-1', '--lang', 'zh'])
    expect(stderr).toContain('缺少参数：--region --injury-class')
    expect(stderr).toContain('--period x')
    expect(stderr).toContain('金额不得为负数')
  })
})

describe('shebao late-fee', () => {
  const debt = ['late-fee', '--principal', '3703.00', '--due', '2024-07-25']

  it.each([
    [['--paid', '2024-08-05'], { days: 11, fee: 2037 }],
    [['--paid', '2024-07-25'], { days: 0, fee: 0 }],
    [['--paid', '2024-08-16', '--rule', 'settled-month'], { days: 15, fee: 2777 }],
    [['--paid', '2034-07-25', '--cap', 'principal'], { days: 3652, fee: 370_300 }],
    [['--paid', '2024-08-05', '--part', '2024-07-30:3703.00'], { days: 5, fee: 926 }],
  ])('%j', async (args, answer) => {
    const { stdout, status } = await askShebao([...debt, ...args, '--json'])
    expect([JSON.parse(stdout), status]).toEqual([answer, 0])
  })

  it('prints the stretches between part payments, and why', async () => {
    const big = ['late-fee', '--principal', '100000', '--due', '2024-07-25', '--paid', '2024-08-15']
    const { stdout } = await askShebao([...big, '--part', '2024-08-05:40,000.00', '--explain'])
    expect(stdout).toMatch(/2024-07-26 +2024-08-05 +11 +100,000\.00 +0\.05% +550\.00/u)
    expect(stdout).toMatch(/2024-08-06 +2024-08-15 +10 +60,000\.00 +0\.05% +300\.00/u)
    expect(stdout).toMatch(/Total +21 +850\.00/u)
    expect(stdout).toContain('Late fee = ¥850.00')
  })

  it.each([
    [['--principal', '-1', '--due', '2024-07-25', '--paid', '2024-08-05'], 'negative'],
    [['--principal', '1', '--due', '2024-02-30', '--paid', '2024-08-05'], '--due 2024-02-30'],
    [['--principal', '1', '--due', '2024-02-01', '--paid', 'soon'], '--paid soon'],
    [['--principal', '1', '--due', '2024-02-01', '--paid', '2024-08-05', '--rule', 'weekly'], '--rule weekly'],
    [['--principal', '1', '--due', '2024-02-01', '--paid', '2024-08-05', '--part', '2024-03-01'], 'DATE:AMOUNT'],
    [
      ['--principal', '1', '--due', '2024-02-01', '--paid', '2024-08-05', '--part', '2024-03-01:2'],
      'exceed the principal',
    ],
    [['--due', '2024-02-01'], 'missing: --principal --paid'],
    [
      ['--principal', '1', '--due', '2024-07-25', '--paid', '2024-07-24'],
      '--paid 2024-07-24 is before --due 2024-07-25',
    ],
    [
      ['--principal', '1', '--due', '2024-07-25', '--paid', '2024-06-30', '--rule', 'settled-month'],
      '--paid 2024-06-30 is before',
    ],
    [
      ['--principal', '2', '--due', '2024-07-25', '--paid', '2024-08-05', '--part', '2024-08-06:1'],
      '--part 2024-08-06 is after --paid 2024-08-05',
    ],
    [['--principal', '10000000000.01', '--due', '2024-07-25', '--paid', '2024-08-05'], 'not exceed 10,000,000,000.00'],
    [['--principal', '1.005', '--due', '2024-07-25', '--paid', '2024-08-05'], 'at most two decimals'],
  ])('refuses %j', async (args, reason) => {
    const { stdout, stderr, status } = await askShebao(['late-fee', ...args, '--json'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
  })
})
