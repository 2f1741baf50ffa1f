/** What is to be looked into: the part of the premium that was not paid, the person that was not registered, the base that was too low. */
export const collectionGrounds = ['UNDERPAID', 'UNREGISTERED', 'WRONG_BASE'] as const
export type CollectionGround = (typeof collectionGrounds)[number]

/** PROPOSED: the collection office has not taken it up yet. */
export const collectionStates = ['PROPOSED'] as const
