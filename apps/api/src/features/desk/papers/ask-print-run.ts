import type { Language } from '@shebao/kernel'
import { openCase, noFacts, takeStep } from '../../../case/take-step.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Clerk, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { keepOwnPapers } from './papers.repository.ts'
import type { Paper } from './papers.repository.ts'
import { removeFiles } from './print-files.ts'
import { printRunTable } from './print-run.lifecycle.ts'
import { printer, printRunCase, traceOf } from './print-run-case.ts'
import { findPrintingOf, findPrintRun, insertPrintRun, updatePrintRun } from './print-run.repository.ts'
import type { PrintRunRow } from './print-run.repository.ts'

/** Papers of one file [PD]: some hundred pages, a minute or two of printing. */
export const mostPapers = 200

export type AskOutcome = { kind: 'ASKED'; run: PrintRunRow } | { kind: 'ALREADY_PRINTING'; run: PrintRunRow }

/** Whoever acts for an employer, and may have its papers printed. */
export function requireClerk(viewer: Viewer | undefined): Clerk {
  const clerk = requireMay(viewer, 'papers:print')
  if (clerk.kind !== 'EMPLOYER') throw notFound('employer')
  return clerk
}

/** Asks for papers as one file; the job begins at once. While one file is being made, that one is answered and no other begun. */
export async function askPrintRun(
  platform: Platform,
  viewer: Viewer | undefined,
  input: { papers: readonly Pick<Paper, 'kind' | 'subjectId' | 'version'>[]; language: Language; origin: string },
): Promise<AskOutcome> {
  const clerk = requireClerk(viewer)
  const { papers, language, origin } = input
  if (papers.length === 0 || papers.length > mostPapers) throw badInput('papers', `1 to ${mostPapers} papers.`)
  const own = await keepOwnPapers(platform, clerk.employerId, papers)
  if (own.length === 0) throw notFound('papers')
  const outcome = await platform.database.transaction(async (): Promise<AskOutcome> => {
    const printing = await findPrintingOf(platform, clerk.employerId)
    if (printing) return { kind: 'ALREADY_PRINTING', run: printing }
    const run = await openCase(platform, printRunTable, {
      event: 'ASK',
      actor: clerk,
      origin,
      write: () =>
        insertPrintRun(
          platform,
          { employerId: clerk.employerId, accountId: clerk.accountId, language },
          own.toReversed(),
        ),
      trace: (row) => traceOf('PAPERS_ASKED', row),
    })
    return { kind: 'ASKED', run }
  })
  if (outcome.kind === 'ASKED') await platform.jobs.request(printer.job)
  return outcome
}

/** What is printed already is thrown away; nothing that was issued is taken back. */
export async function cancelPrintRun(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, origin }: { id: string; origin: string },
): Promise<PrintRunRow> {
  const clerk = requireClerk(viewer)
  const outcome = await takeStep(platform, printRunCase, {
    id,
    event: 'CANCEL',
    actor: clerk,
    origin,
    facts: noFacts,
    write: (run, status) => updatePrintRun(platform, run.id, { status, finishedAt: platform.clock.now() }),
    trace: (run) => traceOf('PAPERS_CANCELLED', run),
  })
  if (outcome.kind !== 'TAKEN') return outcome.row
  await removeFiles(platform, id)
  return outcome.result
}

/** A run of the asker's employer; another's behaves as if it did not exist. */
export async function requirePrintRun(
  platform: Platform,
  viewer: Viewer | undefined,
  id: string,
): Promise<PrintRunRow> {
  const run = await findPrintRun(platform, id)
  if (!viewer || !run || !may(viewer, 'papers:print', run)) throw notFound('print run')
  return run
}
