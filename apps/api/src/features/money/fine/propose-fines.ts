import type { OfficeJob } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { dueOf, readDebts } from '../enforcement/index.ts'
import { decideBy } from './fine-rules.ts'
import { fineTable } from './fine.lifecycle.ts'
import { insertFine, listLapsedFines, listUnfined } from './fine.repository.ts'
import type { Unfined } from './fine.repository.ts'
import { fineStepAs } from './take-fine-step.ts'

const follower = { kind: 'SYSTEM', job: 'fine' } as const satisfies OfficeJob
const atOnce = 200

/** Proposes a fine to the department for every case whose order has run out (SIL 86). Returns for how many. */
export async function proposeFines(platform: Platform): Promise<number> {
  let proposed = 0
  for (let after: string | undefined; ;) {
    const found = await listUnfined(platform, after, atOnce)
    for (const one of found) if (await propose(platform, one)) proposed += 1
    after = found.at(-1)?.id
    if (found.length < atOnce) return proposed
  }
}

async function propose(platform: Platform, { id: enforcementId, number, employerId }: Unfined): Promise<boolean> {
  const { principal } = dueOf(await readDebts(platform, enforcementId))
  // Of premiums alone: a late fee is no arrears that could be multiplied.
  if (principal === 0) return false
  const { clock } = platform
  await openCase(platform, fineTable, {
    event: 'PROPOSE_FINE',
    actor: follower,
    origin: follower.job,
    write: () =>
      insertFine(platform, {
        number: `${number}-F`,
        enforcementId,
        employerId,
        arrears: BigInt(principal),
        openedOn: clock.today(),
        standing: { stated: [] },
        dueBy: decideBy(clock.today()),
        changedAt: clock.now(),
      }),
    trace: (row) => ({
      action: 'FINE_PROPOSED',
      recordType: 'Fine',
      recordId: row.id,
      change: { number: `${number}-F`, amount: principal },
    }),
  })
  return true
}

/** What days alone bring about. */
export async function lapseFines(platform: Platform): Promise<number> {
  const lapsed = await listLapsedFines(platform, atOnce)
  for (const { id } of lapsed)
    await fineStepAs(platform, follower, follower.job, { id, input: { event: 'LAPSE_FINE' } })
  return lapsed.length
}

export function fineJobs(platform: Platform): RecurringJob[] {
  return [
    {
      // Behind the one that lets orders run out; an officer may say so at any time of the day.
      name: 'propose-fines',
      cron: '5-55/10 * * * *',
      async run() {
        const [proposed, lapsed] = [await proposeFines(platform), await lapseFines(platform)]
        if (proposed + lapsed > 0) platform.logger.info({ proposed, lapsed }, 'fines were proposed or lapsed')
      },
    },
  ]
}
