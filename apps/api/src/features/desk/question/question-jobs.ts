import type { OfficeJob } from '../../../access/viewer.ts'
import { takeSteps } from '../../../case/take-steps.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { traceOf } from './question-case.ts'
import { questionTable } from './question.lifecycle.ts'
import { closeLapsed } from './question.repository.ts'

const closer = { kind: 'SYSTEM', job: 'close-questions' } as const satisfies OfficeJob

/** Closes what was answered and not opened again while that was possible: batch by batch, each whole. Returns how many were closed. */
export async function closeAnswered(platform: Platform, atOnce = 500): Promise<number> {
  const today = platform.clock.today()
  let closed = 0
  for (;;) {
    const taken = await takeSteps(platform, questionTable, {
      event: 'CLOSE',
      actor: closer,
      origin: closer.job,
      write: async (to, from) =>
        (await closeLapsed(platform, { from, to, today, limit: atOnce })).map((row) => traceOf('QUESTION_CLOSED', row)),
    })
    closed += taken
    if (taken < atOnce) return closed
  }
}

export function questionJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'close-questions',
      cron: '20 2 * * *',
      run: async () => void (await closeAnswered(platform)),
    },
  ]
}
