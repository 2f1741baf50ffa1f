import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveRun } from './explain-run.ts'
import { readRun } from './read-run.ts'

addDerivationSubject<string>('run', {
  input: (t) =>
    t.id({
      description: 'The amount of a run by insurance and side: PREMIUM_CHARGED. OFFICER, REVIEWER, HEAD, AUDITOR.',
    }),
  permission: 'billing-run:read',
  complexity: 50,
  derive: async (platform, _viewer, id) => derived(deriveRun(platform, (await readRun(platform, id)).id)),
})
