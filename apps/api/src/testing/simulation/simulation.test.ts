import { fen } from '@shebao/kernel'
import { expect, it } from 'vitest'
import { bankAccount } from '../../features/money/ledger/ledger.ts'
import { reportOutcomes } from '../../features/money/payment/bank-report.ts'
import type { Move } from './moves.ts'
import { simulate } from './simulate.ts'
import { World } from './world.ts'

const seeds = Array.from({ length: 120 }, (_, index) => index + 1)
const steps = 120

it('from declaration to enforcement everything holds after every step of every story', () => {
  const stories = seeds.map((seed) => simulate(seed, steps))
  expect(stories.flatMap(({ report }) => report ?? [])).toEqual([])
  // They are worth telling: banks that say everything a bank can say, bills paid, cases that come far and are closed.
  const verdicts = new Set(stories.flatMap(({ world }) => world.verdicts.map(({ verdict }) => verdict)))
  expect(reportOutcomes.filter((outcome) => !verdicts.has(outcome))).toEqual(['UNKNOWN_PAYMENT'])
  const worlds = stories.map(({ world }) => world)
  const states = new Set(worlds.flatMap(({ cases }) => cases.map(({ state }) => state)))
  expect([...states]).toEqual(expect.arrayContaining(['ORDERED', 'ORDER_EXPIRED', 'ACCOUNT_QUERIED', 'CLOSED_PAID']))
  const notices = worlds.flatMap(({ office }) => office.notices)
  expect(notices.filter(({ postedOn, lateFee }) => postedOn !== null && lateFee > 0n).length).toBeGreaterThan(20)
  const lines = stories.flatMap((story) => story.lines).join('\n')
  for (const word of ['INCOMPLETE', 'SAME_PERSON', 'REFUSED', 'KNOWN']) expect(lines).toContain(word)
})

it('a seed tells the same story for ever', () => {
  expect(simulate(7, steps).lines).toEqual(simulate(7, steps).lines)
  expect(simulate(7, steps).lines).not.toEqual(simulate(8, steps).lines)
})

/** Money that comes a second time is booked under a name of its own. */
class ForgetfulWorld extends World {
  override make(move: Move): string {
    const said = super.make(move)
    if (said !== 'KNOWN') return said
    const entries = [{ account: bankAccount, amount: fen(1) }]
    this.office.books.book([{ kind: 'PAYMENT', key: 'again', occurredOn: this.office.today, entries }])
    return said
  }
}

it('of a story that fails the shortest is told, with the command that tells it again', () => {
  const reports = seeds
    .slice(0, 12)
    .flatMap((seed) => simulate(seed, steps, () => new ForgetfulWorld()).report ?? [])
    .slice(0, 3)
  expect(reports).toHaveLength(3)
  for (const report of reports) {
    const lines = report.split('\n')
    expect(lines[0]).toMatch(/^seed \d+: transfer again is out of balance by 1$/)
    expect(lines.slice(1, 3).map((line) => line.trim().split(' ')[0])).toEqual(['TRANSFER', 'TRANSFER_AGAIN'])
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toMatch(/^replay: npm run -s shebao -- simulate --seed \d+ --steps 120$/)
  }
})
