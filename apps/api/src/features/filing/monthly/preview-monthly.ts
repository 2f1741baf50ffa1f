import type { Issue } from '@shebao/declaration-rules'
import { fen, period as toPeriod } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import { PolicyError } from '@shebao/premium'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { rehearse } from '../../../platform/rehearse.ts'
import { countInsured, estimatePremium, isMonthBilled } from '../../money/assessment/index.ts'
import type { PremiumEstimate } from '../../money/assessment/index.ts'
import { findLastBill } from '../../money/notice/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { carryIn, loadFrozenChanges } from './accept-monthly.ts'
import { evaluateMonthly } from './evaluate-monthly.ts'
import { isEditable, periodOf } from './monthly-case.ts'
import { formOf, freezeMonthly, hashed } from './submit-monthly.ts'

export interface MonthlyPreview {
  /** What the month costs once the declaration is accepted. */
  next: PremiumEstimate
  last: Awaited<ReturnType<typeof findLastBill>>
  /** What months that are billed already cost more, and what is credited for those that cost less. */
  differenceBilled: Fen
  differenceCredited: Fen
  differencePeople: number
  /** People whom it does not touch. */
  unchanged: number
}

export type PreviewOutcome =
  | { kind: 'preview'; preview: MonthlyPreview }
  | { kind: 'incomplete'; issues: readonly Issue[] }
  /** The office has no parameters to bill the month by. */
  | { kind: 'unbillable' }

/**
 * What the declaration comes to: found out by handing it in and accepting it, and undoing both, so that the question before and the
 * bill after are one computation. `asked`: what a later month costs once it is accepted.
 */
export async function previewMonthly(
  platform: Platform,
  viewer: Pick<Viewer, 'accountId'>,
  declaration: DeclarationRow,
  asked?: Period,
): Promise<PreviewOutcome> {
  const evaluation = isEditable(declaration) ? await evaluateMonthly(platform, declaration) : undefined
  const completion = evaluation?.completion
  if (completion && !completion.ok) return { kind: 'incomplete', issues: completion.issues }
  const { employerId } = declaration
  const period = asked ?? toPeriod(periodOf(declaration))
  try {
    const rehearsed = await rehearse(platform, async () => {
      const handedIn = completion
        ? await freezeMonthly(
            platform,
            viewer,
            declaration,
            {
              complete: completion.complete,
              content: hashed(await formOf(platform, declaration, ''), completion.complete),
            },
            { status: 'SUBMITTED', idempotencyKey: crypto.randomUUID(), revision: declaration.personnelRevision },
          )
        : { declaration }
      const accepted = declaration.status === 'APPROVED'
      const frozen = accepted ? undefined : await loadFrozenChanges(platform, handedIn.declaration)
      const billed = await isMonthBilled(platform, employerId, period)
      const before = await countInsured(platform, { employerId, period })
      const carried = frozen && (await carryIn(platform, handedIn.declaration, frozen, viewer.accountId))
      const touched = frozen ? new Set([...frozen.known.values()].map(({ individualId }) => individualId)).size : 0
      return {
        // A bill that the rehearsal wrote is none that the month has.
        next: {
          ...(await estimatePremium(platform, { employerId, period })),
          ...(billed ? {} : { noticeNumber: undefined }),
        },
        difference: carried?.settled.difference,
        unchanged: Math.max(0, before - touched),
      }
    })
    const { difference } = rehearsed
    return {
      kind: 'preview',
      preview: {
        next: rehearsed.next,
        unchanged: rehearsed.unchanged,
        last: await findLastBill(platform, employerId),
        differenceBilled: difference?.amount ?? fen(0),
        differenceCredited: difference?.credited ?? fen(0),
        differencePeople: difference?.people ?? 0,
      },
    }
  } catch (failure) {
    if (failure instanceof PolicyError) return { kind: 'unbillable' }
    throw failure
  }
}
