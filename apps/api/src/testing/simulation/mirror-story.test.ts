import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { givenOffice } from '../inspection-scenario.ts'
import { openTestPlatform } from '../test-platform.ts'
import type { TestPlatform } from '../test-platform.ts'
import { mirrorFiling, mirrorMoney } from './mirror-story.ts'
import { MirroredMoney } from './mirrored-money.ts'

// Of the same seeds as the simulation: thousands by `npm run -s shebao -- simulate --postgres --seed N --seeds K`.

const steps = 120
let platform: TestPlatform

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

it('of a difference the story is told, with the command that tells it again', async () => {
  const { report } = await mirrorMoney(platform, 7, steps, async (of, story) => {
    const money = await MirroredMoney.open(of, story)
    vi.spyOn(money, 'difference').mockResolvedValue('account X is 1, the model has 0')
    return money
  })
  expect(report?.split('\n')[0]).toBe('seed 7: account X is 1, the model has 0')
  expect(report?.split('\n').at(-1)).toBe('replay: npm run -s shebao -- simulate --postgres --seed 7 --steps 120')
})
