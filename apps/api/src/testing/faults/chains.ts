import { addDays, addMonths, civilDate, period } from '@shebao/kernel'
import { pickInteger } from '@shebao/test-support/identifiers'
import type { Random } from '@shebao/test-support/identifiers'
import type { FaultRequest, Setting } from './requests.ts'

/** Requests of which each follows from the one before; several chains go on at once. */
export type Chain = Iterator<FaultRequest, never, void>

const most = 1_000_000

function* filing(filer: number): Generator<FaultRequest, never, void> {
  for (let nth = 1; ; nth += 1) {
    yield { do: 'SUBMIT', filer, key: `submit-${filer}-${nth}` }
    yield { do: 'WITHDRAW', filer }
  }
}

function* paying(payer: number, random: Random): Generator<FaultRequest, never, void> {
  for (let nth = 0; ; nth += 1) {
    const month = addMonths(period('2023-07'), nth % 38)
    const key = `payment-${payer}-${nth}`
    yield { do: 'BILL', payer, period: month }
    yield { do: 'BEGIN_PAYMENT', payer, period: month, key }
    if (random() < 0.4)
      yield { do: 'TRANSFER', payer, amount: pickInteger(random, 1, most), key: `transfer-${payer}-${nth}` }
    yield { do: 'BANK_REPORT', key }
  }
}

function* enforcing(first: number): Generator<FaultRequest, never, void> {
  for (let sequence = first; ; sequence += 1) yield { do: 'INVESTIGATE', sequence }
}

function* closing(): Generator<FaultRequest, never, void> {
  for (let day = civilDate('2024-01-02'); ; day = addDays(day, 1)) {
    yield { do: 'IMPORT', day, source: 'BANK' }
    yield { do: 'IMPORT', day, source: 'TREASURY' }
    yield { do: 'CLOSE_DAY', day }
  }
}

export function chainsOf({ filers, payers, enforced }: Setting, random: Random): Chain[] {
  return [
    ...filers.map((_filer, index) => filing(index)),
    ...payers.map((_payer, index) => paying(index, random)),
    enforcing(enforced.sequence),
    closing(),
  ]
}
