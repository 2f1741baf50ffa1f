import { stateNamed } from '@shebao/case'
import type { Actor } from '../../../access/viewer.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Told } from '../../../telling/telling.ts'
import { missingDocuments } from './card-documents.ts'
import type { DocumentsSeen } from './card-documents.ts'
import { cardBankTable } from './card-bank.lifecycle.ts'
import { cardTable } from './card.lifecycle.ts'
import { lastTold, lockCard } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { cardWork } from './card-work.repository.ts'

export type CardState = (typeof cardTable.states)[number]
export type CardStep = (typeof cardTable.steps)[number]['event']
type Guard = NonNullable<(typeof cardTable.steps)[number]['guards']>[number]

/** What a step needs to know besides the state. A fact that nobody gave does not hold. */
export interface CardFacts extends Partial<DocumentsSeen> {
  readonly activated: boolean
  readonly temporary: boolean
  /** Whether what runs out by itself has. */
  readonly ranOut?: boolean
  readonly withinSixMonths?: boolean
}
/** What stands against a step besides the state the card is in. */
export type CardProblem =
  | 'DOCUMENTS_MISSING'
  | 'PROXY_NEEDS_BOTH_IDS'
  | 'IN_PERSON_ONLY'
  | 'NOT_ACTIVATED'
  | 'ALREADY_ACTIVATED'
  | 'STILL_RUNS'
  | 'TEMPORARY_ONLY'
  | 'NOT_FOR_TEMPORARY'
  | 'SIX_MONTHS_OVER'

const unless = (holds: boolean | undefined, problem: CardProblem): readonly CardProblem[] => (holds ? [] : [problem])
const documents = ({ needs, seen, byProxy = false }: Partial<DocumentsSeen>) =>
  needs && seen ? missingDocuments({ needs, seen, byProxy }) : (['DOCUMENTS_MISSING'] as const)

/** The holder sees their own; staff and a partner's operators the one whose whole number they were given. */
function seen(_row: CardRow, actor: Actor): Permission {
  if (actor.kind === 'INSURED') return 'record:read'
  if (actor.kind !== 'PARTNER') return 'card:find'
  return actor.partnerKind === 'BANK' ? 'card:activate-at-bank' : 'card:activate-by-settlement'
}

async function told(platform: Platform, { id, numberMasked: number }: CardRow): Promise<Told> {
  const { event, at } = await lastTold(platform, id)
  return { kind: 'CARD_EVENT', params: { event, number, at: at.toISOString() } }
}

export const cardCase: Lifecycle<CardRow, CardState, CardStep, Guard, CardFacts, CardProblem> = {
  table: cardTable,
  what: 'card',
  see: seen,
  lock: lockCard,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(cardTable, status),
  revision: ({ revision }) => revision,
  owner: ({ individualId }) => ({ individualId }),
  work: cardWork,
  tellings: { CARD_EVENT: told },
  guards: {
    DOCUMENTS: documents,
    IN_PERSON: ({ byProxy = true }) => unless(!byProxy, 'IN_PERSON_ONLY'),
    WAS_ACTIVATED: ({ activated }) => unless(activated, 'NOT_ACTIVATED'),
    NEVER_ACTIVATED: ({ activated }) => unless(!activated, 'ALREADY_ACTIVATED'),
    RAN_OUT: ({ ranOut }) => unless(ranOut, 'STILL_RUNS'),
    TEMPORARY: ({ temporary }) => unless(temporary, 'TEMPORARY_ONLY'),
    NOT_TEMPORARY: ({ temporary }) => unless(!temporary, 'NOT_FOR_TEMPORARY'),
    WITHIN_SIX_MONTHS: ({ withinSixMonths }) => unless(withinSixMonths, 'SIX_MONTHS_OVER'),
  },
}

type BankState = (typeof cardBankTable.states)[number]
type BankStep = (typeof cardBankTable.steps)[number]['event']

/** A temporary card has no bank application: there it is not found. */
export const cardBankCase: Lifecycle<CardRow, BankState, BankStep, 'DOCUMENTS', CardFacts, CardProblem> = {
  table: cardBankTable,
  what: 'bank application of the card',
  see: seen,
  async lock(platform, id) {
    const row = await lockCard(platform, id)
    return row?.bankStatus ? row : undefined
  },
  id: ({ id }) => id,
  state: ({ bankStatus }) => stateNamed(cardBankTable, bankStatus ?? ''),
  revision: ({ revision }) => revision,
  owner: ({ individualId }) => ({ individualId }),
  tellings: { CARD_EVENT: told },
  guards: { DOCUMENTS: documents },
}
