import type { EnforcementRequest } from '@shebao/bank-protocol/enforcement'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { queryEnforcement, sendEnforcement, withdrawEnforcement } from '../bank/index.ts'
import type { EnforcementAnswer } from '../bank/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { findInterfaceBank } from './banks.repository.ts'
import { deliverRequestsJob } from './bank-requests.ts'
import { changeRequest, findReplaced, listDueRequests } from './bank-request.repository.ts'
import type { BankRequestRow } from './bank-request.repository.ts'
import { findEnforcement } from './enforcement.repository.ts'
import { readContent } from './papers/paper-content.ts'
import { findPaper } from './papers/paper.repository.ts'
import { accountAt } from './standing.ts'
import { takeBankReply } from './take-bank-reply.ts'

const minute = 60_000
/** A bank that has a request and is silent is asked once an hour [PD]. */
const askAgainMs = 60 * minute
const longestPauseMs = 60 * minute

/** Hands over what waits, asks again where a bank is silent, and tells what was withdrawn. Each as often as it takes. */
export async function deliverRequests(platform: Platform): Promise<number> {
  const bank = await findInterfaceBank(platform)
  if (!bank) return 0
  const due = await listDueRequests(platform, bank.id, platform.clock.now())
  for (const request of due) await deliver(platform, bank.id, request)
  return due.length
}

async function deliver(platform: Platform, bankId: string, request: BankRequestRow): Promise<void> {
  const answer = await say(platform, request)
  const now = platform.clock.now()
  if (answer?.kind !== 'BODY') {
    if (answer?.kind !== 'UNKNOWN')
      platform.logger.error({ number: request.number }, 'the bank refused a request of SIL 63, or it cannot be put')
    const pause = Math.min(longestPauseMs, minute * 2 ** Math.min(request.attempts, 6))
    return changeRequest(platform, request.id, {
      attempts: request.attempts + 1,
      nextAt: new Date(now.getTime() + pause),
    })
  }
  await changeRequest(platform, request.id, {
    attempts: 0,
    nextAt: new Date(now.getTime() + askAgainMs),
    ...(request.sentAt ? {} : { sentAt: now }),
    ...(request.endedAt ? { toldAt: now } : {}),
  })
  // What the bank said and could not deliver, or says only when it is asked.
  for (const reply of answer.body.replies) await takeBankReply(platform, bankId, reply)
}

async function say(platform: Platform, request: BankRequestRow): Promise<EnforcementAnswer | undefined> {
  if (request.endedAt) return withdrawEnforcement(platform, request.number)
  if (request.sentAt) return queryEnforcement(platform, request.number)
  const message = await messageOf(platform, request)
  return message && sendEnforcement(platform, message)
}

/** What the letter or notice says, as it stood when it was signed. */
async function messageOf(platform: Platform, request: BankRequestRow): Promise<EnforcementRequest | undefined> {
  const paper = await findPaper(platform, request.paperId)
  const row = await findEnforcement(platform, request.caseId)
  const employer = row && (await findEmployer(platform, row.employerId))
  if (!paper || !row || !employer) return undefined
  const shared = {
    request: request.number,
    caseNumber: row.number,
    unit: { name: employer.name, creditCode: employer.creditCode },
    issuedOn: paper.issuedOn,
  }
  if (request.kind === 'INQUIRY') return { kind: 'INQUIRY', ...shared }
  const { query, application, bankNotice } = readContent(paper.content).standing
  const sealed = query && application && accountAt(query, application.bankId)?.accountSealed
  if (!sealed || !bankNotice) return undefined
  return {
    kind: 'ALLOCATION',
    ...shared,
    account: platform.vault.open<string>(Buffer.from(sealed, 'base64')),
    amount: bankNotice.amount,
    replaces: await findReplaced(platform, request),
  }
}

export function bankRequestJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: deliverRequestsJob,
      cron: '*/5 * * * *',
      async run() {
        await deliverRequests(platform)
      },
    },
  ]
}
