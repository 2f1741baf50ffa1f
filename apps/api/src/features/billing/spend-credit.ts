import { fen, sumFen } from '@shebao/premium'
import type { Fen } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import { listEmployersWithCredit } from '../ledger/index.ts'
import { allocateCredit } from './allocate-credit.ts'

/** Lets what the employers have to their credit settle new notices. Few have any: one query finds them. */
export async function spendCreditOn(
  platform: Platform,
  notices: readonly { noticeId: string; employerId: string }[],
  valueDate: string,
): Promise<Fen> {
  const withCredit = new Set(
    await listEmployersWithCredit(
      platform,
      notices.map(({ employerId }) => employerId),
    ),
  )
  let spent = fen(0)
  for (const { noticeId, employerId } of notices) {
    if (!withCredit.delete(employerId)) continue
    const { notices: settled } = await allocateCredit(platform, { employerId, valueDate, key: `notice:${noticeId}` })
    spent = sumFen([spent, ...settled.map(({ allocation }) => allocation.allocated)])
  }
  return spent
}
