import { signMessage } from '@shebao/bank-protocol'
import { requireMay } from '../../../access/permissions.ts'
import type { OfficeJob, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bankKeyOf } from '../bank/index.ts'
import { importStatement } from './import-statement.ts'
import type { ImportOutcome } from './import-outcome.ts'
import { readingLimits } from './reading/read-statement.types.ts'
import type { StatementSource } from './reading/read-statement.types.ts'

const answerTimeoutMs = 30_000

/** UNAVAILABLE: the bank did not answer, or has no such file yet; nothing changed. */
export type FetchOutcome = { source: StatementSource; outcome: ImportOutcome | { kind: 'UNAVAILABLE' } }

/** The morning's job, when nobody pressed the button. */
const fetcher = { kind: 'SYSTEM', job: 'reconciliation' } as const satisfies OfficeJob

/** Asks the bank for a day's statement and for the treasury's list of it, and takes them in like files that people bring. */
export async function fetchStatements(platform: Platform, day: string, viewer?: Viewer): Promise<FetchOutcome[]> {
  requireMay(viewer ?? fetcher, 'statement:fetch')
  const wanted = [
    { source: 'BANK', path: `/statements/${day}`, fileName: `camt053-${day}.xml` },
    { source: 'TREASURY', path: `/treasury/${day}.csv`, fileName: `treasury-${day}.csv` },
  ] as const
  const outcomes: FetchOutcome[] = []
  for (const { source, path, fileName } of wanted) {
    const bytes = await download(platform, path)
    const outcome = bytes
      ? await importStatement(platform, {
          bytes,
          fileName,
          how: 'FETCHED',
          origin: 'bank',
          ...(viewer ? { viewer } : {}),
        })
      : ({ kind: 'UNAVAILABLE' } as const)
    outcomes.push({ source, outcome })
  }
  return outcomes
}

async function download(platform: Platform, path: string): Promise<Uint8Array | undefined> {
  const { environment, logger } = platform
  const origin = environment.sandboxBankUrl ?? `http://127.0.0.1:${environment.sandboxBankPort}`
  try {
    const answer = await fetch(origin + path, {
      // The machine's own time: the bank does not share a civil date that was frozen for a rehearsal.
      headers: signMessage(bankKeyOf(platform), { method: 'GET', path, body: '' }, Date.now()),
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    if (!answer.ok || !answer.body) return undefined
    return await readAtMost(answer.body, readingLimits.maxBytes)
  } catch (error) {
    logger.warn({ path, reason: error instanceof Error ? error.name : 'unknown' }, 'the bank gave no statement')
    return undefined
  }
}

/** One byte more than the limit is enough for the reader to refuse the file. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) break
  }
  return Buffer.concat(chunks).subarray(0, limit + 1)
}
