import type { StepRefusal } from '@shebao/case'
import { forbidden } from '../../../access/refusal.ts'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { lockDay } from './day.repository.ts'
import { isDecided, isReversal } from './item-decision.ts'
import type { ItemRefusal } from './item-decision.ts'
import { findItem } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { itemWork } from './item-work.repository.ts'
import { reconciliationItemTable } from './reconciliation-item.lifecycle.ts'

export type ItemState = (typeof reconciliationItemTable.states)[number]
export const itemStates = reconciliationItemTable.states
export type ItemEvent = (typeof reconciliationItemTable.steps)[number]['event']
type Guard = 'RELEASED' | 'OFFERED' | 'PAID_BY_EMPLOYER' | 'DECIDED_BY_ONE' | 'DECIDED_BY_TWO'

export interface ItemFacts {
  /** Whether the statement of its line waits for a second person. */
  readonly held?: boolean
  /** What stands against this decision on what was typed. */
  readonly problem?: ItemRefusal | undefined
  /** Whether the employer it goes to is who paid. */
  readonly samePayer?: boolean
  readonly item?: ItemRow
}

/** Whoever sees the day reads what a claim was shown to rest on. */
addAttachmentSubject('RECONCILIATION_ITEM', {
  permission: 'reconciliation:read',
  owner: async (platform, id) => ((await asOffice('CASE_FILES', () => findItem(platform, id))) ? {} : undefined),
})

export const itemCase: Lifecycle<ItemRow, ItemState, ItemEvent, Guard, ItemFacts, ItemRefusal> = {
  table: reconciliationItemTable,
  what: 'reconciliation item',
  see: 'reconciliation:read',
  lock: lockItem,
  id: ({ id }) => id,
  state: itemState,
  revision: ({ revision }) => revision,
  owner: () => ({}),
  takers: (_platform, { claimBy, reverseBy, resolution, resolvedBy }) => ({
    CONFIRM_REVERSAL: resolution === 'REVERSE' && resolvedBy !== null ? [resolvedBy] : [],
    ASK_CLAIM: claimBy === null ? [] : [claimBy],
    ASK_REVERSAL: reverseBy === null ? [] : [reverseBy],
  }),
  work: itemWork,
  guards: {
    RELEASED: ({ held = true }) => (held ? ['STATEMENT_HELD'] : []),
    OFFERED: ({ problem }) => (problem ? [problem] : []),
    PAID_BY_EMPLOYER: ({ samePayer = false }) => (samePayer ? [] : ['OTHER_PAYER']),
    DECIDED_BY_ONE: ({ item }) => (item && isDecided(item) && !isReversal(item) ? [] : ['NOT_REVERSIBLE']),
    DECIDED_BY_TWO: ({ item }) => (item && isReversal(item) ? [] : ['NOT_REVERSIBLE']),
  },
}

export function itemState({ dayStatus, resolution, claimBy, reverseBy }: ItemRow): ItemState {
  if (dayStatus === 'CLOSED' && resolution !== null) return 'CLOSED'
  if (resolution !== null) return 'SETTLED'
  if (claimBy !== null) return 'CLAIM_ASKED'
  return reverseBy === null ? 'FOUND' : 'REVERSAL_ASKED'
}

/** Read again under its day's lock: another person or file may have been first. */
async function lockItem(platform: Platform, id: string): Promise<ItemRow | undefined> {
  const found = await findItem(platform, id)
  if (!found) return undefined
  await lockDay(platform, found.day)
  return findItem(platform, id)
}

export function itemRefusalOf(refusal: StepRefusal<ItemState, ItemRefusal>, event: ItemEvent): ItemRefusal {
  switch (refusal.code) {
    case 'GUARD':
      return refusal.problems[0]
    case 'SAME_PERSON':
      return 'SAME_PERSON'
    case 'NOT_PERMITTED':
      throw forbidden()
    case 'STALE':
    case 'NOT_IN_STATE':
      if (event === 'TAKE_BACK' || event === 'TAKE_BACK_REVERSAL')
        return refusal.state === 'CLOSED' ? 'DAY_CLOSED' : 'NOT_REVERSIBLE'
      return ended(refusal.state) ?? (/^(CONFIRM|DECLINE)/.test(event) ? 'NOT_REQUESTED' : 'NOT_OFFERED')
  }
}

const ended = (state: ItemState): ItemRefusal | undefined =>
  state === 'CLOSED' ? 'DAY_CLOSED' : state === 'SETTLED' ? 'ALREADY_RESOLVED' : undefined
