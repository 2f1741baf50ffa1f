import type { FindClerk } from '../../../access/find-clerk.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { joinPapers } from '../../register/paper/index.ts'
import { keepFile, openFile, removeFiles, removeParts } from './print-files.ts'
import { printPaper } from './print-paper.ts'
import { printer, printRunCase, traceOf } from './print-run-case.ts'
import {
  findNextItem,
  findPrintRun,
  listLeftovers,
  listOutdated,
  listParts,
  listPrintingIds,
  noteItem,
  updatePrintRun,
} from './print-run.repository.ts'
import type { PrintRunRow } from './print-run.repository.ts'

/** Of all parts of a file together, so that joining them stays within what a small server has [PD]. */
const mostBytes = 64 * 1024 * 1024
/** Days that a file can be downloaded [PD]; every paper in it can be printed again at any time. */
export const keptDays = 7
const dayMs = 24 * 3_600_000
const atOnce = 100

/**
 * Works on whatever is asked for, paper after paper, for about `milliseconds`; true while there is more to do. Each paper is
 * noted when it is printed: after a stop the job goes on behind the last one.
 */
export async function continuePrintRuns(
  platform: Platform,
  findClerk: FindClerk,
  milliseconds: number,
): Promise<boolean> {
  const end = performance.now() + milliseconds
  for (const id of await listPrintingIds(platform)) {
    while (await printNext(platform, findClerk, id)) if (performance.now() >= end) return true
  }
  return false
}

/** Prints one paper, or finishes when none is left; false when the run is over. */
async function printNext(platform: Platform, findClerk: FindClerk, id: string): Promise<boolean> {
  const run = await findPrintRun(platform, id)
  if (run?.status !== 'PRINTING') return false
  const item = run.bytes > mostBytes ? null : await findNextItem(platform, id)
  if (!item) {
    await finish(platform, run)
    return false
  }
  const clerk = await findClerk(platform, run.accountId, run.employerId)
  const printed = await printPaper(platform, clerk, run, item)
  const outcome =
    'pdf' in printed
      ? { partId: await keepFile(platform, printed.pdf), bytes: printed.pdf.length }
      : { problem: printed.problem }
  await platform.database.transaction(() => noteItem(platform, item, outcome))
  return true
}

async function finish(platform: Platform, run: PrintRunRow): Promise<void> {
  const parts = await listParts(platform, run.id)
  if (run.bytes > mostBytes || parts.length === 0) {
    await end(platform, run, 'FAIL', {})
    await removeParts(platform, run.id)
    return
  }
  const bytes = await Promise.all(parts.map((part) => openFile(platform, part)))
  const title = run.language === 'en' ? 'Papers of the social insurance office' : '社会保险文书'
  const file = await joinPapers(bytes, title, run.createdAt)
  const fileId = await keepFile(platform, file)
  const taken = await end(platform, run, 'FINISH', { fileId, bytes: file.length })
  // Cancelled while its last paper was being printed.
  if (taken) await removeParts(platform, run.id)
  else await removeFiles(platform, run.id)
}

async function end(
  platform: Platform,
  { id }: PrintRunRow,
  event: 'FINISH' | 'FAIL' | 'REMOVE',
  change: { fileId?: string; bytes?: number },
): Promise<boolean> {
  const outcome = await takeStep(platform, printRunCase, {
    id,
    event,
    actor: printer,
    origin: printer.job,
    facts: noFacts,
    write: (run, status) =>
      updatePrintRun(platform, run.id, {
        status,
        ...change,
        ...(event === 'REMOVE' ? {} : { finishedAt: platform.clock.now() }),
      }),
    trace: (run) => (event === 'FINISH' ? traceOf('PAPERS_PRINTED', run) : undefined),
  })
  return outcome.kind === 'TAKEN'
}

/** Removes files that were kept long enough, and what a stop left of runs that are over. */
export async function removeOldPapers(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - keptDays * dayMs)
  let removed = 0
  for (;;) {
    const ids = await listOutdated(platform, before, atOnce)
    for (const id of ids) {
      const run = await findPrintRun(platform, id)
      if (run && (await end(platform, run, 'REMOVE', {}))) await removeFiles(platform, id)
    }
    removed += ids.length
    if (ids.length < atOnce) break
  }
  for (const id of await listLeftovers(platform, atOnce)) await removeParts(platform, id)
  return removed
}
