import { isUuid } from '../../../access/uuid.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listPersonMonths } from '../../money/month/index.ts'
import type { MonthKey, PremiumMonth } from '../../money/month/index.ts'

export interface PaymentsArgs extends KeysetArgs {
  year?: number | null | undefined
  period?: string | null | undefined
}

const keyLength = 4
const [earliestYear, latestYear] = [1950, 2200]

/** A person's own months, newest first, of one month, of one year or of all. One row more than the page, so that the page knows. */
export function readPayments(platform: Platform, individualId: string, args: PaymentsArgs): Promise<PremiumMonth[]> {
  const { year, period } = args
  if (year && period) throw badInput('period', 'A month or a year, not both.')
  if (year !== null && year !== undefined && (year < earliestYear || year > latestYear))
    throw badInput('year', 'A calendar year is needed.')
  const range = period
    ? { from: period, to: period }
    : year
      ? { from: `${year}-01`, to: `${year}-12` }
      : { from: '0000-00', to: '9999-12' }
  return listPersonMonths(platform, individualId, range, keyOf(args), pageSize(args) + 1)
}

function keyOf(args: PaymentsArgs): MonthKey | undefined {
  const values = decodeCursor(args, keyLength)
  if (!values) return undefined
  const [period, employerId, kind, sequence] = values
  if (
    typeof period !== 'string' ||
    typeof employerId !== 'string' ||
    typeof kind !== 'string' ||
    typeof sequence !== 'number' ||
    !Number.isInteger(sequence) ||
    !isUuid(employerId)
  ) {
    throw badInput('after', 'This is no cursor of this list.')
  }
  return { period, employerId, kind, sequence }
}
