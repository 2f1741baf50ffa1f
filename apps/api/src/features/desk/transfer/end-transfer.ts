import { requireMay } from '../../../access/permissions.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { withdrawDocument } from '../../register/paper/index.ts'
import type { TransferRow } from './relation-transfer.repository.ts'
import { takeTransferStep } from './take-transfer-step.ts'
import type { TransferRefused } from './take-transfer-step.ts'

type Outcome = Promise<TransferRow | TransferRefused>

/** With the reason; a paper that was issued says from now on that it was taken back. */
export async function refuseTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: Decision & { reason: string },
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:refuse')
  const reason = requireText('reason', input.reason)
  return takeTransferStep(platform, input, {
    event: 'REFUSE',
    action: 'TRANSFER_REFUSED',
    actor,
    origin,
    note: reason,
    write: async ({ id }) => {
      await takeBackPapers(platform, id)
      return { decisionNote: reason }
    },
  })
}

/** By the person, or at the window for them. */
export async function withdrawTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  decision: Decision,
): Outcome {
  const actor = requireMay(asker, 'relation-transfer:withdraw')
  return takeTransferStep(platform, decision, {
    event: 'WITHDRAW',
    action: 'TRANSFER_WITHDRAWN',
    actor,
    origin,
    write: async ({ id }) => {
      await takeBackPapers(platform, id)
      return {}
    },
  })
}

async function takeBackPapers(platform: Platform, subjectId: string): Promise<void> {
  for (const kind of ['TRANSFER_VOUCHER', 'TRANSFER_ACCEPTANCE'] as const)
    await withdrawDocument(platform, { kind, subjectId, version: 1 })
}
