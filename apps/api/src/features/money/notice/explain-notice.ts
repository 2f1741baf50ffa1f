import { fen, FIVE_INSURANCES, period as toPeriod, sumFen } from '@shebao/kernel'
import {
  explainDeemedMonth,
  explainNotice as deriveNotice,
  explainNoticeSums,
  explainOutstanding,
} from '@shebao/premium'
import type { Explanation, NoticeLineGroups } from '@shebao/premium'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listShareBalances } from '../ledger/index.ts'
import { explainLateFeeOf } from '../settlement/index.ts'
import { policyOfUnit } from '../policy/index.ts'
import { readDeemedBasis } from '../assessment/index.ts'
import { listNoticeGroups } from './notice-groups.repository.ts'
import { listLines } from './notice.repository.ts'
import type { NoticeRow } from './notice.repository.ts'
import { readNotice } from './read-notice.ts'

/** Groups of people shown one by one in each share; further ones are one sum, so that the tree stays small. */
const groupsOnScreen = 6

/**
 * Why a notice costs what it costs: what is outstanding ← what was charged, line by line down to one person of each group,
 * and the late fee of today ← less what was paid and written off. For its employer and staff.
 */
export async function explainNotice(platform: Platform, viewer: Viewer, noticeId: string): Promise<Explanation> {
  return deriveOutstanding(platform, await readNotice(platform, viewer, noticeId), groupsOnScreen)
}

/** The derivation of a notice that the caller has already read for someone who may see it. */
export async function deriveOutstanding(
  platform: Platform,
  notice: NoticeRow,
  groupsShown: number,
  /** Late fee up to this day. */
  on: string = platform.clock.today(),
): Promise<Explanation> {
  const { writtenOff, ...balance } = await balanceOf(platform, notice, groupsShown, on)
  return explainOutstanding({ ...balance, ...(writtenOff === 0 ? {} : { writtenOff }) })
}

/** What the notice owed on a day before anything of it was written off: that is what was given up. */
export async function deriveGivenUp(
  platform: Platform,
  notice: NoticeRow,
  groupsShown: number,
  on: string,
): Promise<Explanation> {
  const { writtenOff: _, ...balance } = await balanceOf(platform, notice, groupsShown, on)
  return explainOutstanding(balance)
}

async function balanceOf(platform: Platform, notice: NoticeRow, groupsShown: number, on: string) {
  const shares = await listShareBalances(platform, [notice.id])
  return {
    charged: await deriveCharge(platform, notice, groupsShown),
    lateFee: await explainLateFeeOf(platform, notice, on),
    paid: sumFen(shares.map(({ settled }) => settled)),
    writtenOff: sumFen(shares.map((share) => share.writtenOff)),
  }
}

/** Premiums of a month follow from its people, of a deemed one from the month it was taken from; a difference stands as booked. */
async function deriveCharge(platform: Platform, notice: NoticeRow, groupsShown: number): Promise<Explanation> {
  const deemed = readDeemedBasis(notice)
  if (deemed) return explainDeemedMonth(deemed.period, deemed.lines)
  if (notice.kind !== 'NORMAL' && notice.kind !== 'BACK_PAYMENT') {
    const lines = await listLines(platform, notice.id)
    return explainNoticeSums(
      FIVE_INSURANCES.flatMap((insurance) =>
        lines
          .filter((line) => line.insurance === insurance)
          .map(({ employer, personal }) => ({
            insurance,
            employer: fen(Number(employer)),
            personal: fen(Number(personal)),
          })),
      ),
    )
  }
  const { policy } = await policyOfUnit(platform, notice.employerId, toPeriod(notice.period), {
    ...notice,
    at: notice.createdAt,
  })
  const groups = Map.groupBy(await listNoticeGroups(platform, notice.id), ({ insurance }) => insurance)
  const lines = FIVE_INSURANCES.flatMap((insurance): NoticeLineGroups[] => {
    const ofInsurance = groups.get(insurance)
    return ofInsurance === undefined
      ? []
      : [
          {
            insurance,
            groups: ofInsurance.map(({ example, ...group }) => ({ ...group, example: { average: example } })),
          },
        ]
  })
  return deriveNotice(policy, lines, groupsShown)
}
