import type { Viewer } from './viewer-paths.ts'

/** What enrolling a second factor brings: recovery codes with the first one, and a sign-in that waited for it. */
export interface EnrolledOutcome {
  recoveryCodes: readonly string[]
  completed: Viewer | null
}
