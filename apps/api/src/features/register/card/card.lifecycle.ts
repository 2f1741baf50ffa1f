import { statusTable } from '@shebao/case'

const told = [{ of: 'CARD_EVENT', to: 'PERSON' }] as const

/**
 * The social security application of a card (R765 7; domain 8). A card that was never activated goes back to that after a loss or a
 * freeze, and never to NORMAL: hence the two forms of each way back. Every event is told to the holder.
 */
export const cardTable = statusTable({
  lifecycle: 'social-security-card',
  states: [
    'APPLIED',
    'MADE',
    'INACTIVE',
    'NORMAL',
    'ORAL_LOSS',
    'WRITTEN_LOSS',
    'FROZEN',
    'PIN_LOCKED',
    'REPLACED',
    'CANCELLED',
  ],
  final: ['REPLACED', 'CANCELLED'],
  goals: ['NORMAL'],
  openings: [
    { event: 'APPLY', to: 'APPLIED', who: 'card:apply' },
    // Usable at once: what it is for is the time until the other is made.
    { event: 'GIVE_TEMPORARY', to: 'NORMAL', who: 'card:give-temporary' },
  ],
  steps: [
    { event: 'MAKE', from: ['APPLIED'], to: 'MADE', who: 'card:make', tells: told },
    { event: 'ISSUE', from: ['MADE'], to: 'INACTIVE', who: 'card:issue', guards: ['DOCUMENTS'], tells: told },
    { event: 'ACTIVATE', from: ['INACTIVE'], to: 'NORMAL', who: 'card:activate', guards: ['DOCUMENTS'], tells: told },
    {
      event: 'ACTIVATE_AT_BANK',
      from: ['INACTIVE'],
      to: 'NORMAL',
      who: 'card:activate-at-bank',
      guards: ['DOCUMENTS'],
      tells: told,
    },
    {
      event: 'ACTIVATE_BY_SETTLEMENT',
      from: ['INACTIVE'],
      to: 'NORMAL',
      who: 'card:activate-by-settlement',
      guards: ['DOCUMENTS'],
      tells: told,
    },
    {
      event: 'ACTIVATE_BY_PHONE',
      from: ['INACTIVE'],
      to: 'NORMAL',
      who: 'card:activate-by-phone',
      guards: ['DOCUMENTS'],
      tells: told,
    },
    {
      // Again before the first one ends: it then runs anew.
      event: 'REPORT_LOSS',
      from: ['INACTIVE', 'NORMAL', 'ORAL_LOSS', 'PIN_LOCKED'],
      to: 'ORAL_LOSS',
      who: 'card:block',
      tells: told,
    },
    {
      event: 'WITHDRAW_LOSS',
      from: ['ORAL_LOSS'],
      to: 'NORMAL',
      who: 'card:unblock',
      guards: ['WAS_ACTIVATED'],
      tells: told,
    },
    {
      event: 'WITHDRAW_LOSS_UNUSED',
      from: ['ORAL_LOSS'],
      to: 'INACTIVE',
      who: 'card:unblock',
      guards: ['NEVER_ACTIVATED'],
      tells: told,
    },
    {
      event: 'LAPSE_LOSS',
      from: ['ORAL_LOSS'],
      to: 'NORMAL',
      who: 'card:lapse',
      guards: ['RAN_OUT', 'WAS_ACTIVATED'],
      tells: told,
    },
    {
      event: 'LAPSE_LOSS_UNUSED',
      from: ['ORAL_LOSS'],
      to: 'INACTIVE',
      who: 'card:lapse',
      guards: ['RAN_OUT', 'NEVER_ACTIVATED'],
      tells: told,
    },
    {
      event: 'CONFIRM_LOSS',
      from: ['INACTIVE', 'NORMAL', 'ORAL_LOSS', 'PIN_LOCKED'],
      to: 'WRITTEN_LOSS',
      who: 'card:confirm-loss',
      guards: ['DOCUMENTS'],
      tells: told,
    },
    // In person. A replacement that was applied for made the card void, so that there is nothing to release.
    {
      event: 'RELEASE_LOSS',
      from: ['WRITTEN_LOSS'],
      to: 'NORMAL',
      who: 'card:release',
      guards: ['IN_PERSON', 'DOCUMENTS', 'WAS_ACTIVATED'],
      tells: told,
    },
    {
      event: 'RELEASE_LOSS_UNUSED',
      from: ['WRITTEN_LOSS'],
      to: 'INACTIVE',
      who: 'card:release',
      guards: ['IN_PERSON', 'DOCUMENTS', 'NEVER_ACTIVATED'],
      tells: told,
    },
    { event: 'FREEZE', from: ['INACTIVE', 'NORMAL', 'PIN_LOCKED'], to: 'FROZEN', who: 'card:freeze', tells: told },
    {
      event: 'UNFREEZE',
      from: ['FROZEN'],
      to: 'NORMAL',
      who: 'card:unfreeze',
      guards: ['WAS_ACTIVATED'],
      tells: told,
    },
    {
      event: 'UNFREEZE_UNUSED',
      from: ['FROZEN'],
      to: 'INACTIVE',
      who: 'card:unfreeze',
      guards: ['NEVER_ACTIVATED'],
      tells: told,
    },
    { event: 'LOCK_PIN', from: ['NORMAL'], to: 'PIN_LOCKED', who: 'card:lock', tells: told },
    // By the second person of the password's own case, who confirms that it goes back to the initial one (domain 9).
    { event: 'UNLOCK_PIN', from: ['PIN_LOCKED'], to: 'NORMAL', who: 'card-password:confirm-reset', tells: told },
    {
      event: 'REPLACE',
      from: ['INACTIVE', 'NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'PIN_LOCKED'],
      to: 'REPLACED',
      who: 'card:replace',
      guards: ['NOT_TEMPORARY'],
      tells: told,
    },
    {
      event: 'CANCEL',
      from: ['APPLIED', 'MADE', 'INACTIVE', 'NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'FROZEN', 'PIN_LOCKED'],
      to: 'CANCELLED',
      who: 'card:cancel',
      guards: ['DOCUMENTS'],
      tells: told,
    },
    {
      event: 'PROLONG',
      from: ['NORMAL'],
      to: 'SAME',
      who: 'card:prolong-temporary',
      guards: ['TEMPORARY', 'WITHIN_SIX_MONTHS'],
      tells: told,
    },
    {
      // Its days are over, or the card it stood in for was issued.
      event: 'EXPIRE',
      from: ['NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'FROZEN', 'PIN_LOCKED'],
      to: 'CANCELLED',
      who: 'card:lapse',
      guards: ['TEMPORARY', 'RAN_OUT'],
      tells: told,
    },
  ],
})
