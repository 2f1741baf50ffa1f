import { PolicyError } from '@shebao/premium'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { rehearse } from '../../../platform/rehearse.ts'
import type { PremiumEstimate } from '../../money/assessment/index.ts'
import { findLastBill } from '../../money/notice/index.ts'
import { openUnitForm } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { chargeOnceAccepted } from '../review/index.ts'
import { evaluateSubmission } from './evaluate-declaration.ts'
import { freeze, signForm } from './submit-declaration.ts'

export interface BillPreview {
  next: PremiumEstimate
  /** The bill before; a unit that never had one has none to compare with. */
  last: Awaited<ReturnType<typeof findLastBill>>
}

/**
 * What the draft would cost once it is submitted and accepted as it is, found out by doing both and undoing them, beside the last bill.
 * Nothing while the draft is incomplete, or where the office has no parameters to bill by.
 */
export async function previewBill(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
): Promise<BillPreview | undefined> {
  // Whoever signs comes later; for what it costs it does not matter.
  const { legalRepresentativeName: signer = '' } = openUnitForm(platform.vault, declaration).draft
  const signed = signForm(platform, declaration, { truthDeclared: true, signer })
  const { completion, employer, notes } = await evaluateSubmission(platform, signed)
  if (!completion.ok) return undefined
  const { complete } = completion
  try {
    const next = await rehearse(platform, async () => {
      const submitted = await freeze(platform, viewer, signed, complete, { employer, notes, status: 'SUBMITTED' })
      return chargeOnceAccepted(platform, submitted.declaration, submitted.version)
    })
    return { next, last: await findLastBill(platform, declaration.employerId) }
  } catch (failure) {
    if (failure instanceof PolicyError) return undefined
    throw failure
  }
}
