export const differenceKinds = [
  'MISSING_IN_UNIT',
  'EXTRA_IN_UNIT',
  'NAME_DIFF',
  'WAGE_OR_BASE_DIFF',
  'PARTICIPATION_DIFF',
  'DUPLICATE',
  'INVALID_ID',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export const resolutions = [
  'STOP',
  'RESTORE',
  'ADD',
  'REMOVE',
  'CORRECT_OURS',
  'INFO_CHANGE',
  'ACCEPT_BUREAU',
  'ACCEPT_UNIT',
  'FIX',
] as const
export type Resolution = (typeof resolutions)[number]

export interface ResolutionRule {
  resolution: Resolution
  needsReason: boolean
  /** May be given to many differences at once: it loses no person, overwrites no name and stops nobody. */
  isSafeInBulk: boolean
}

const rule = (resolution: Resolution, needsReason = false, isSafeInBulk = false): ResolutionRule => ({
  resolution,
  needsReason,
  isSafeInBulk,
})

/** domain.md 4.4 as one table. What is safe in bulk is our own decision [PD]. */
export const resolutionRules: Readonly<Record<DifferenceKind, readonly ResolutionRule[]>> = {
  // The reason of a stop differs from person to person; restoring only takes over what the bureau already has.
  MISSING_IN_UNIT: [rule('STOP', true), rule('RESTORE', false, true)],
  EXTRA_IN_UNIT: [rule('ADD', false, true), rule('REMOVE')],
  // Another name under the same number may be another person's number: look at each.
  NAME_DIFF: [rule('CORRECT_OURS'), rule('INFO_CHANGE')],
  // A new year's wages differ as a matter of course, so the unit's figures may be taken together, for one reason.
  WAGE_OR_BASE_DIFF: [rule('ACCEPT_BUREAU', true), rule('ACCEPT_UNIT', true, true)],
  PARTICIPATION_DIFF: [rule('ACCEPT_BUREAU', true, true), rule('ACCEPT_UNIT', true)],
  DUPLICATE: [rule('FIX')],
  INVALID_ID: [rule('FIX')],
}

export function findResolutionRule(kind: DifferenceKind, resolution: Resolution): ResolutionRule | undefined {
  return resolutionRules[kind].find((candidate) => candidate.resolution === resolution)
}

export type ResolutionRefusal = 'NOT_ALLOWED' | 'REASON_MISSING' | 'NOT_IN_BULK'

/** Why a resolution may not be given, or undefined when it may. A blank reason is none. */
export function refuseResolution(
  kind: DifferenceKind,
  given: { resolution: Resolution; reason?: string; inBulk?: boolean },
): ResolutionRefusal | undefined {
  const allowed = findResolutionRule(kind, given.resolution)
  if (allowed === undefined) return 'NOT_ALLOWED'
  if (given.inBulk === true && !allowed.isSafeInBulk) return 'NOT_IN_BULK'
  return allowed.needsReason && (given.reason ?? '').trim() === '' ? 'REASON_MISSING' : undefined
}
