import { assignByRule } from './features/desk/queue/index.ts'
import { waitingLifecycles } from './lifecycles.ts'
import type { MovedCases, Platform } from './platform/platform.ts'

/** What the house does with cases that came into another state, whichever feature moved them: rules give them to somebody. */
export const afterSteps = (platform: Platform, moved: MovedCases): Promise<void> =>
  assignByRule(platform, waitingLifecycles, moved)
