import { addDays } from '@shebao/kernel'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { removeOldUses } from './access-token.repository.ts'
import { removeOldAnswers } from './idempotency.repository.ts'

/** Software that tries again does so within days [PD]. */
const answersKeptMs = 7 * 86_400_000
const usesKeptDays = 366

export async function removeTokenTraces(platform: Platform): Promise<{ answers: number; uses: number }> {
  const { clock } = platform
  return {
    answers: await removeOldAnswers(platform, new Date(clock.now().getTime() - answersKeptMs)),
    uses: await removeOldUses(platform, addDays(clock.today(), -usesKeptDays)),
  }
}

/** The answers to idempotency keys and the counts of uses go when nobody needs them any more. */
export function accessTokenJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'remove-token-traces',
      cron: '40 3 * * *',
      run: async () => void (await removeTokenTraces(platform)),
    },
  ]
}
