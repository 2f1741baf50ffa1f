import type { OfficeJob } from '../../../access/viewer.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { questionCase, traceOf } from './question-case.ts'
import { listAnsweredBefore, setQuestion } from './question.repository.ts'
import { questionRule } from './question-rule.ts'

const closer = { kind: 'SYSTEM', job: 'close-questions' } as const satisfies OfficeJob
const dayMs = 24 * 3_600_000
const atOnce = 500

/** Closes what was answered and not opened again while that was possible. */
export async function closeAnswered(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - (questionRule.reopenDays + 1) * dayMs)
  const ids = await listAnsweredBefore(platform, before, atOnce)
  for (const id of ids)
    await takeStep(platform, questionCase, {
      id,
      event: 'CLOSE',
      actor: closer,
      origin: 'close-questions',
      facts: noFacts,
      write: (_row, status) => setQuestion(platform, id, { status }),
      trace: (row) => traceOf('QUESTION_CLOSED', row),
    })
  return ids.length
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
