import { isCivilDate } from '@shebao/kernel'
import type { MonthRange, TypedRange } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { isStillInsured, movingRanges } from './counted-months.ts'
import { announcedOf, OpeningRefused, requireMonths } from './open-transfer.ts'
import { replaceMonths } from './relation-transfer.repository.ts'
import type { TransferRow } from './relation-transfer.repository.ts'
import { takeTransferStep, TransferRefused } from './take-transfer-step.ts'
import { enterAcceptance, enterVoucher } from './transfer-paper.ts'

type Outcome = Promise<TransferRow | TransferRefused>

export async function attachEvidence(
  platform: Platform,
  actor: StaffMember,
  id: string,
  files: readonly string[],
): Promise<void> {
  const subject = { kind: 'RELATION_TRANSFER', id, employerId: null } as const
  await attachFiles(platform, actor, { field: 'files', ids: files, subject, retention: 'CASE_EVIDENCE' })
}

/** Whether a day that has not come was given for what has happened. */
export function isAhead(platform: Platform, field: string, day: string): boolean {
  if (!isCivilDate(day)) throw badInput(field, 'A day is needed.')
  return day > platform.clock.today()
}

/** What counts here is written into the voucher (参保缴费凭证) and frozen with it: that and no other moves. */
export async function issueVoucher(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:check')
  let ranges: readonly MonthRange[] = []
  return takeTransferStep(platform, decision, {
    event: 'ISSUE_VOUCHER',
    action: 'TRANSFER_VOUCHER_ISSUED',
    actor,
    origin,
    facts: async ({ individualId }) => {
      ranges = await movingRanges(platform, individualId)
      return { stillInsured: await isStillInsured(platform, individualId), moves: ranges.length }
    },
    write: async (row) => {
      await replaceMonths(platform, row, ranges)
      return enterVoucher(platform, row, ranges)
    },
  })
}

/** The receiving region's letter: it takes the relationship over. */
export async function recordAcceptance(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Decision & { documentNo: string; on: string; files: readonly string[] },
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:check')
  const acceptanceNo = requireText('documentNo', input.documentNo, [2, 60])
  const acceptanceOn = input.on
  if (isAhead(platform, 'on', acceptanceOn)) return new TransferRefused(['DAY_AHEAD'])
  return takeTransferStep(platform, input, {
    event: 'RECORD_ACCEPTANCE',
    action: 'TRANSFER_ACCEPTANCE_RECORDED',
    change: { documentNo: acceptanceNo },
    actor,
    origin,
    write: async ({ id }) => {
      await attachEvidence(platform, actor, id, input.files)
      return { acceptanceNo, acceptanceOn }
    },
  })
}

/** This office takes the relationship over and says so in a letter (联系函). */
export async function acceptTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:check')
  return takeTransferStep(platform, decision, {
    event: 'TAKE_OVER',
    action: 'TRANSFER_ACCEPTED',
    actor,
    origin,
    write: (row) => enterAcceptance(platform, row),
  })
}

export interface InformationInput extends Decision {
  months: readonly TypedRange[]
  principal: number
  interest: number
  pooled?: number | null | undefined
  files: readonly string[]
}

/** What the other region sends (信息表) takes the place of what the voucher said. */
export async function recordInformation(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: InformationInput,
): Promise<TransferRow | TransferRefused | OpeningRefused> {
  const actor = requireMay(asker, 'relation-transfer:check')
  const announced = announcedOf(input)
  const months = requireMonths(platform, input.months)
  if (months instanceof OpeningRefused) return months
  return takeTransferStep(platform, input, {
    event: 'RECORD_INFORMATION',
    action: 'TRANSFER_INFORMATION_RECORDED',
    change: { account: input.principal + input.interest },
    actor,
    origin,
    write: async (row) => {
      await replaceMonths(platform, row, months)
      await attachEvidence(platform, actor, row.id, input.files)
      return announced
    },
  })
}
