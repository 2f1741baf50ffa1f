import { period } from '@shebao/kernel'
import { checkProposal, draftOfRow, SHIPPED_PARAMETER_ROWS, warningKey } from '@shebao/premium'
import type { ParameterDraft, ParameterRow } from '@shebao/premium'
import type { Viewer } from '../../../access/viewer.ts'
import { addColleague } from '../../colleague.ts'
import { openTestPlatform } from '../../test-platform.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { assessEmployer } from '../../../features/money/assessment/assess-employer.ts'
import { addEmployer } from '../payment/billing-fixture.ts'
import type { TestEmployer } from '../payment/billing-fixture.ts'
import { seedPolicy } from '../../../features/money/policy/policy-in-force.ts'
import { findProposal } from '../../../features/money/policy/proposal.repository.ts'
import { warningsOf } from '../../../features/money/policy/publish-proposal.ts'
import { loadRegionContext } from '../../../features/money/policy/region-context.ts'

export const region = '110000'

export interface PolicyFixture {
  platform: TestPlatform
  officer: Viewer
  reviewer: Viewer
  head: Viewer
  employers: TestEmployer[]
  close(): Promise<void>
}

/** An office whose latest billed month is 2026-10: three units, people at the floor, in the middle and at the ceiling. */
export async function openPolicyFixture(): Promise<PolicyFixture> {
  const platform = await openTestPlatform()
  await seedPolicy(platform)
  const employers = [
    await addEmployer(platform, [500_000, 1_000_000]),
    await addEmployer(platform, [5_000_000]),
    await addEmployer(platform, [2_000_000, 2_000_000, 600_000]),
  ]
  for (const { employerId } of employers) {
    for (const month of ['2026-09', '2026-10']) await assessEmployer(platform, { employerId, period: period(month) })
  }
  return {
    platform,
    employers,
    officer: await addColleague(platform, ['OFFICER'], { displayName: '陈经办' }),
    reviewer: await addColleague(platform, ['REVIEWER'], { displayName: '李复核' }),
    head: await addColleague(platform, ['HEAD'], { displayName: '王负责' }),
    close: () => platform.close(),
  }
}

/** The shipped Beijing row of that rule, last in time, with changes; with a document, so that nothing is pointed out. */
export function proposedRow(name: ParameterRow['name'], change: Partial<ParameterRow> = {}): ParameterRow {
  const row = SHIPPED_PARAMETER_ROWS.findLast(
    (one) => one.region === region && one.name === name && (change.insurance ?? one.insurance) === one.insurance,
  )
  if (!row) throw new Error(`no ${name}`)
  return {
    ...row,
    docNo: '京人社发〔2026〕9号',
    verified: true,
    validFrom: period('2027-01'),
    validTo: null,
    ...change,
  }
}

/** The names of what is pointed out about a proposal as things stand. */
export async function openWarningKeys(platform: TestPlatform, id: string): Promise<string[]> {
  const proposal = await findProposal(platform, id)
  if (!proposal) return []
  const context = await loadRegionContext(platform, proposal.region)
  return warningsOf(checkProposal(proposal.rows, context, proposal.publishedAverage)).map(warningKey)
}

export const draftsOf = (...rows: ParameterRow[]): ParameterDraft[] =>
  rows.map((row) => draftOfRow(row, crypto.randomUUID()))

/** Next year's limits, a little higher, of every insurance. */
export function nextLimits(validFrom: string, floor = 750_000): ParameterDraft[] {
  const insurances = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY'] as const
  return draftsOf(
    ...insurances.flatMap((insurance) => [
      proposedRow('BASE_FLOOR', { insurance, value: floor, validFrom: period(validFrom) }),
      proposedRow('BASE_CEILING', { insurance, value: floor * 5, validFrom: period(validFrom) }),
    ]),
  )
}
