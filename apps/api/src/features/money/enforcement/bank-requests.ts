import type { Platform } from '../../../platform/platform.ts'
import { endRequests, insertRequests } from './bank-request.repository.ts'
import type { NewRequest, RequestEnding } from './bank-request.repository.ts'
import type { EnforcementState, EnforcementStep } from './enforcement.lifecycle.ts'
import type { WrittenPaper } from './enforcement-papers.ts'
import { unanswered } from './standing.ts'
import type { Standing } from './standing.ts'

export const deliverRequestsJob = 'deliver-bank-requests'

interface Stepped {
  caseId: string
  to: EnforcementState
  standing: Standing
  event: EnforcementStep
  papers: readonly WrittenPaper[]
}

/**
 * Keeps what banks are asked in step with the case, within the transaction of the step: each letter and notice waits for its answer
 * (and goes out, where the bank has an interface), and what the case waits for no longer is ended.
 */
export async function followRequests(platform: Platform, { caseId, to, standing, event, papers }: Stepped) {
  const { query, application, bankNotice } = standing
  const fresh = papers.flatMap(({ id: paperId, number, kind, bank }): NewRequest[] => {
    if (kind === 'QUERY_LETTER' && bank) return [{ kind: 'INQUIRY', paperId, number, partnerId: bank.id }]
    if (kind !== 'BANK_NOTICE' || !application) return []
    return [{ kind: 'ALLOCATION', paperId, number, partnerId: application.bankId }]
  })
  const replaced = fresh.some(({ kind }) => kind === 'ALLOCATION')
  const answered = event === 'ANSWER_QUERY' || event === 'ALLOCATE'
  const ending: RequestEnding = replaced ? 'REPLACED' : answered ? 'ANSWERED' : 'WITHDRAWN'
  const ended = await endRequests(platform, caseId, ending, {
    inquiries: to === 'ACCOUNT_QUERIED' && query ? unanswered(query).map(({ id }) => id) : [],
    allocation: to === 'ALLOCATION_DECIDED' && bankNotice !== undefined && !replaced,
  })
  if (fresh.length > 0) await insertRequests(platform, caseId, fresh)
  if (ended + fresh.length === 0) return
  // At once, where the queue runs; otherwise it waits for the clock.
  platform.database.afterCommit(() => void platform.jobs.request(deliverRequestsJob))
}
