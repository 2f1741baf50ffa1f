import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { workingCalendar } from '../../features/register/calendar/index.ts'
import { givenOffice } from '../inspection-scenario.ts'
import { openTestPlatform } from '../test-platform.ts'
import type { TestPlatform } from '../test-platform.ts'
import { mirrorFiling, mirrorMoney, mirrorMonths } from './mirror-story.ts'
import type { MonthMove, WishedChange } from './month-moves.ts'
import { MirroredMoney, wagesOfUnits } from './mirrored-money.ts'
import { planToCourt } from './plan-case.ts'

// Of the same seeds as the simulation: thousands by `npm run -s shebao -- simulate --postgres --seed N --seeds K`.

const steps = 120
let platform: TestPlatform

const line = (kind: WishedChange['kind'], of: number, month: number, wage = 1_234_567): WishedChange => ({
  kind,
  of,
  month,
  wage,
  person: 0,
  form: 1,
  fitting: false,
})
const declared = (filing: 'REGULAR' | 'SUPPLEMENTARY' | 'REVISED', back: number, ...changes: WishedChange[]) =>
  [
    { do: 'WRITE', unit: 0, filing, back, changes },
    { do: 'HAND_IN', unit: 0, nth: 0, answers: false, fitting: true },
    { do: 'DECIDE', nth: 0, by: 'officer', step: 0, fitting: false },
    { do: 'DECIDE', nth: 0, by: 'reviewer', step: 1, fitting: false },
  ] satisfies MonthMove[]
const [pension, medical, unemployment] = [1, 2, 4] as const
/** Somebody who joins and stops each insurance in a month of its own, and of whom more becomes known when that was billed. */
const oneAfterTheOther: readonly MonthMove[] = [
  ...declared('REGULAR', 0, line('JOIN', pension, 1, 800_000), line('JOIN', medical, 0)),
  { do: 'DAYS', days: 30 },
  ...declared('SUPPLEMENTARY', 1, line('JOIN', unemployment, 0)),
  ...declared('REVISED', 1, line('BASE', medical, 0, 3_600_000)),
  ...declared('REGULAR', 0, line('STOP', pension, 0), line('STOP', medical + unemployment, 1)),
  { do: 'DAYS', days: 62 },
  ...declared('SUPPLEMENTARY', 1, line('JOIN', 8, 0)),
]

beforeAll(async () => {
  platform = await openTestPlatform({}, { calendarsTo: '2027-12-31' })
  // Nobody answers there: what is on its way stays so until the story's own bank says something.
  platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
  await givenOffice(platform)
})
afterAll(() => platform.close())

it('the use cases on a database keep the money, and take on who does not pay, as the model does after every step', async () => {
  const lines: string[] = []
  for (const seed of [7, 44]) {
    const { report, lines: told } = await mirrorMoney(platform, seed, steps)
    expect(report).toBeUndefined()
    lines.push(...told)
  }
  const all = lines.join('\n')
  for (const word of ['POSTED', 'NEW', 'NOT BEGUN', 'BOOKED']) expect(all).toContain(word)
  for (const state of ['VERIFIED', 'ORDERED', 'ORDER_EXPIRED', 'ACCOUNT_QUERIED', 'SHORTFALL'])
    expect(all).toContain(`TAKEN, now ${state}`)
})

it('and a case that comes to the court, step by step', async () => {
  const moves = planToCourt(await workingCalendar(platform), wagesOfUnits)
  const { report, lines } = await mirrorMoney(platform, 1, moves.length, undefined, moves)
  expect(report).toBeUndefined()
  for (const state of ['ALLOCATION_DECIDED', 'ALLOCATED', 'COURT_APPLIED', 'COURT_ACCEPTED'])
    expect(lines.join('\n')).toContain(`TAKEN, now ${state}`)
})

it('and declarations: each draft, each step of the review, who is insured and what is billed', async () => {
  const lines: string[] = []
  for (const seed of [7, 12]) {
    const { report, lines: told } = await mirrorFiling(platform, seed, steps)
    expect(report).toBeUndefined()
    lines.push(...told)
  }
  const all = lines.join('\n')
  for (const word of ['APPROVE TAKEN', 'SAME_PERSON', 'NOT_PERMITTED', 'INCOMPLETE', 'NOT_IN_STATE'])
    expect(all).toContain(word)
})

it('and what is declared month by month: who joins, leaves and costs what, in time, afterwards and corrected', async () => {
  const lines: string[] = []
  for (const moves of [undefined, oneAfterTheOther]) {
    const { report, lines: told } = await mirrorMonths(platform, 8, steps, moves)
    expect(report).toBeUndefined()
    lines.push(...told)
  }
  const all = lines.join('\n')
  for (const word of ['NOTE_OPEN', 'RANGE', 'REGULAR_FIRST', 'RETURN TAKEN', '1 DATE_ORDER'])
    expect(all).toContain(word)
  expect(lines.filter((told) => told.endsWith('APPROVE TAKEN')).length).toBeGreaterThan(5)
})

it('of a difference the story is told, with the command that tells it again', async () => {
  const { report } = await mirrorMoney(platform, 7, steps, async (of, story) => {
    const money = await MirroredMoney.open(of, story)
    vi.spyOn(money, 'difference').mockResolvedValue('account X is 1, the model has 0')
    return money
  })
  expect(report?.split('\n')[0]).toBe('seed 7: account X is 1, the model has 0')
  expect(report?.split('\n').at(-1)).toBe('replay: npm run -s shebao -- simulate --postgres --seed 7 --steps 120')
})
