import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { bookResolution } from './book-resolution.ts'
import { findClaimTarget } from './claim-target.ts'
import type { ItemFacts } from './item-case.ts'
import { resolvable } from './item-decision.ts'
import type { ItemOutcome, ItemRefusal, ResolveInput } from './item-decision.ts'
import type { ItemRow } from './item-view.repository.ts'
import { resolutionsFor } from './resolutions.ts'
import { takeItemStep } from './take-item-step.ts'
import type { ItemStep } from './take-item-step.ts'

const note = { min: 4, max: 300 }

/**
 * A person settles an item: the decision, its reason and what it moves in the ledger, in one transaction under the day's lock.
 * A reversal, and money for an employer that is not the payer, are only asked for here; a second person confirms them.
 */
export async function resolveItem(
  platform: Platform,
  viewer: Viewer | undefined,
  input: ResolveInput,
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:resolve')
  const { resolution, itemId, decidedOn } = input
  const reason = input.note.trim()
  const step = { itemId, actor, decidedOn, reason }
  // Only the comparison itself says that two sides match.
  if (resolution === 'MATCHED' || resolution === 'REVERSE')
    return takeItemStep(platform, {
      ...step,
      event: 'ASK_REVERSAL',
      action: 'RECONCILIATION_REVERSAL_ASKED',
      facts: (item) => ({ problem: refuseInput(item, input) }),
      write: () =>
        Promise.resolve({
          kind: 'BOOKED',
          changes: { reverseBy: actor.accountId, reverseAt: platform.clock.now(), note: reason },
        }),
    })
  const settle: Pick<ItemStep, 'facts' | 'write'> = {
    facts: (item) => factsOf(platform, item, input),
    async write(item) {
      const booked = await bookResolution(platform, item, { ...input, note: reason })
      if (booked.kind === 'REFUSED') return booked
      const settled = { resolution, note: reason, resolvedBy: actor.accountId, resolvedAt: platform.clock.now() }
      return { kind: 'BOOKED', changes: { ...settled, ...booked.changes } }
    },
  }
  if (resolution !== 'ASSIGN')
    return takeItemStep(platform, { ...step, ...settle, event: 'SETTLE', action: `RECONCILIATION_${resolution}` })
  const claimed = await takeItemStep(platform, { ...step, ...settle, event: 'CLAIM', action: 'RECONCILIATION_ASSIGN' })
  if (claimed.kind !== 'REFUSED' || claimed.reason !== 'OTHER_PAYER' || !input.asOtherPayer) return claimed
  return askClaim(platform, step, input)
}

/** The employer did not pay it, and whoever decides has been told so: a second person looks at it. */
function askClaim(
  platform: Platform,
  step: Pick<ItemStep, 'itemId' | 'actor' | 'decidedOn' | 'reason'>,
  input: ResolveInput,
): Promise<ItemOutcome> {
  return takeItemStep(platform, {
    ...step,
    event: 'ASK_CLAIM',
    action: 'RECONCILIATION_CLAIM_ASKED',
    facts: (item) => factsOf(platform, item, input),
    async write(item) {
      const target = await findClaimTarget(platform, item, input)
      if (target.kind === 'REFUSED') return target
      await attachFiles(platform, step.actor, {
        field: 'files',
        ids: input.files ?? [],
        subject: { kind: 'RECONCILIATION_ITEM', id: item.id, employerId: target.employer.id },
        retention: 'CASE_EVIDENCE',
      })
      return {
        kind: 'BOOKED',
        changes: {
          claimBy: step.actor.accountId,
          claimAt: platform.clock.now(),
          note: step.reason ?? null,
          employerId: target.employer.id,
          noticeId: target.noticeId,
        },
      }
    },
  })
}

async function factsOf(platform: Platform, item: ItemRow, input: ResolveInput): Promise<ItemFacts> {
  const facts = { held: item.held, problem: refuseInput(item, input) }
  if (facts.problem || input.resolution !== 'ASSIGN') return facts
  const target = await findClaimTarget(platform, item, input)
  return target.kind === 'REFUSED'
    ? { ...facts, problem: target.reason }
    : { ...facts, samePayer: target.comparison.samePayer }
}

function refuseInput(item: ItemRow, input: ResolveInput): ItemRefusal | undefined {
  if (!resolutionsFor(resolvable(item)).includes(input.resolution)) return 'NOT_OFFERED'
  const { length } = [...input.note.trim()]
  if (length < note.min || length > note.max) return 'NOTE_MISSING'
  if (input.resolution === 'BOOKED_OTHER_DAY' && (!isCivilDate(input.otherDay) || input.otherDay === item.day))
    return 'OTHER_DAY_MISSING'
  return undefined
}
