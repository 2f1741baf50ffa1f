import { addMonths, paymentYear, paymentYearPeriods, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { BEIJING, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { createProposal, saveProposal, simulateProposal } from '../features/money/policy/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const startMonth = 7
const limits = ['BASE_FLOOR', 'BASE_CEILING'] as const
/** Made up for the demo office, and its rows say so. */
const growthPercent = 103

/**
 * The first month of the payment year that the proposal is for: the next one, or, in a demo of an earlier day, the first for which
 * no limits are published yet.
 */
export function firstProposedMonth(today: string): Period {
  const published = SHIPPED_PARAMETER_ROWS.flatMap(({ region, name, validFrom }) =>
    region === BEIJING && limits.some((limit) => limit === name) ? [paymentYear(startMonth, period(validFrom))] : [],
  )
  const year = Math.max(paymentYear(startMonth, period(today.slice(0, 7))), ...published) + 1
  return paymentYearPeriods(startMonth, year).first
}

/**
 * A proposal of next payment year's limits, written by the officer and tried on the last billed month: what is left is that
 * a second person publishes it. Its figures are an example.
 */
export async function playPolicy(platform: Platform): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const first = firstProposedMonth(platform.clock.today())
  const title = `【示例】${first.slice(0, 4)}缴费年度基数上下限`
  const copy = { names: limits, validFrom: first }
  const { id, revision, rows } = await createProposal(platform, officer, {
    region: BEIJING,
    title,
    copy,
    origin: 'demo',
  })
  const saved = await saveProposal(platform, officer, {
    id,
    expectedRevision: revision,
    title,
    publishedAverage: null,
    rows: rows.map((row) => ({
      ...row,
      value: String(Math.round((Number(row.value) * growthPercent) / 10_000) * 100),
      validTo: addMonths(first, 11),
      source: '示例数字，不是公布的标准 (made up for the demo office)',
    })),
  })
  let run: string | null = null
  for (let done = false; !done;) {
    const outcome = await simulateProposal(platform, officer, { id, expectedRevision: saved.proposal.revision, run })
    if (outcome.kind !== 'advanced') throw new Error(`The demo proposal was not simulated (${outcome.kind}).`)
    run = outcome.record.run
    done = outcome.record.done
  }
}
