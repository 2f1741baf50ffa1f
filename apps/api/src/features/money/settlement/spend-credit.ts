import { fen, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { listEmployersWithCredit } from '../ledger/index.ts'
import { allocateCredit } from './allocate-credit.ts'

/** Lets what the employers have to their credit settle what they owe. Few have any: one query finds them. */
export async function spendCredit(
  platform: Platform,
  debtors: readonly { employerId: string; key: string }[],
  valueDate: string,
): Promise<Fen> {
  return asOffice('MONEY_BOOK', async () => {
    const withCredit = new Set(
      await listEmployersWithCredit(
        platform,
        debtors.map(({ employerId }) => employerId),
      ),
    )
    let spent = fen(0)
    for (const { employerId, key } of debtors) {
      if (!withCredit.delete(employerId)) continue
      const { notices: settled } = await allocateCredit(platform, { employerId, valueDate, key })
      spent = sumFen([spent, ...settled.map(({ allocation }) => allocation.allocated)])
    }
    return spent
  })
}
