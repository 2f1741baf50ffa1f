import { ANNUAL_ACTIONS } from '@shebao/declaration-rules'

export const declarationKinds = ['ANNUAL_INSPECTION'] as const

/** Steps that leave an event: those of the status table, and what is noted without changing the state. */
export const declarationEvents = ['OPEN', 'RECOMMEND', ...ANNUAL_ACTIONS] as const
export type DeclarationEventAction = (typeof declarationEvents)[number]

export const eventActors = ['EMPLOYER', 'INSURED', 'STAFF', 'SYSTEM'] as const
