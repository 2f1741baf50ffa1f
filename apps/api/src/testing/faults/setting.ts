import { period } from '@shebao/kernel'
import { markOf } from '../../case/case-mark.ts'
import { assessEmployer } from '../../features/money/assessment/assess-employer.ts'
import { enforcementCase } from '../../features/money/enforcement/enforcement-case.ts'
import { proposeEnforcements } from '../../features/money/enforcement/follow-enforcement.ts'
import { makeToken } from '../../features/office/access-token/manage-tokens.ts'
import { staffViewer } from '../ask.ts'
import { completeDraft, givenOffice, givenUnit } from '../inspection-scenario.ts'
import { addEmployer } from '../money/payment/billing-fixture.ts'
import { addClerk } from '../readers.ts'
import type { TestPlatform } from '../test-platform.ts'
import type { Setting } from './requests.ts'

/** Two units that file by software, two that are billed and pay, and one that does not pay. */
export async function openSetting(platform: TestPlatform): Promise<Setting> {
  await givenOffice(platform)
  const unpaid = (await addEmployer(platform, [1_000_000])).employerId
  await assessEmployer(platform, { employerId: unpaid, period: period('2026-07'), issuedOn: '2026-08-02' })
  await proposeEnforcements(platform)
  const found = await platform.database.prisma.enforcementCase.findFirstOrThrow({ where: { employerId: unpaid } })
  const row = await enforcementCase.lock(platform, found.id)
  if (!row) throw new Error('The case of the setting is gone.')
  const { sequence } = await markOf(platform, enforcementCase, row)
  return {
    filers: [await addFiler(platform, 1), await addFiler(platform, 2)],
    payers: [
      (await addEmployer(platform, [1_000_000, 800_000])).employerId,
      (await addEmployer(platform, [1_200_000])).employerId,
    ],
    enforced: { caseId: found.id, sequence },
    officer: staffViewer(['OFFICER']),
    head: staffViewer(['HEAD']),
  }
}

async function addFiler(platform: TestPlatform, seed: number): Promise<Setting['filers'][number]> {
  const unit = await givenUnit(platform, { seed, people: 3 })
  const clerk = await addClerk(platform, unit.employerId)
  const declarationId = await completeDraft(platform, { ...unit, clerk })
  const wanted = { name: '工资系统', scopes: [], test: false, days: 30 }
  const made = await makeToken(platform, { viewer: clerk, origin: 'faults' }, wanted)
  if (made.kind !== 'MADE') throw new Error(made.reason)
  const token = { id: made.token.id, name: wanted.name, scopes: ['READ', 'SUBMIT'] as const, test: false }
  return { viewer: { ...clerk, token }, declarationId }
}
