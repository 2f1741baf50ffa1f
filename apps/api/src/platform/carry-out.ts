import type { LongDeed } from './long-work.ts'
import type { Platform } from './platform.ts'

export interface LongUseCase<Viewer, Input, Outcome> {
  deed: LongDeed
  act(platform: Platform, viewer: Viewer, input: Input): Promise<Outcome>
  isLong(platform: Platform, input: Input): boolean | Promise<boolean>
}

/**
 * A use case, on the other thread when there is one and the work is long. What belongs to a transaction that is open already stays
 * within it: an idempotency key kept with what it did, a rehearsal.
 */
export async function carryOut<Viewer extends object, Input extends object, Outcome>(
  platform: Platform,
  { deed, act, isLong }: LongUseCase<Viewer, Input, Outcome>,
  viewer: Viewer,
  input: Input,
): Promise<Outcome> {
  const { longWork, database } = platform
  if (!longWork || database.inTransaction || !(await isLong(platform, input))) return act(platform, viewer, input)
  return longWork.carryOut(deed, viewer, input) as Promise<Outcome>
}
