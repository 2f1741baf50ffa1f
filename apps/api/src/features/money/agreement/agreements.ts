import { randomInt } from 'node:crypto'
import { requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Clerk } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPayee } from '../../register/office/index.ts'
import { agreementCase, traceOf } from './agreement-case.ts'
import { agreementTable } from './agreement.lifecycle.ts'
import {
  changeAgreement,
  findAccountHolder,
  findAgreement,
  findLiveAgreement,
  insertAgreement,
  lockAgreementsOf,
} from './agreement.repository.ts'
import type { AgreementRow } from './agreement.repository.ts'
import { bankPageUrl, createAgreement } from '../bank/index.ts'
import { followAgreement } from './follow-agreements.ts'

export const agreementRefusals = ['ALREADY_ACTIVE', 'BANK_UNAVAILABLE'] as const
export type AgreementRefusal = (typeof agreementRefusals)[number]

export type SignAgreementOutcome =
  | { kind: 'STARTED'; agreement: AgreementRow; redirectUrl: string }
  | { kind: 'REFUSED'; reason: AgreementRefusal }

/**
 * Begins an agreement that the bank may debit the employer, or goes on with the one that waits for its signature. The clerk
 * gives the consent at the bank's page; it counts from when the bank says so.
 */
export async function signAgreement(
  platform: Platform,
  viewer: Clerk,
  language: 'zh-CN' | 'en',
): Promise<SignAgreementOutcome> {
  const agreement = await openAgreement(platform, viewer)
  if (agreement.status === 'ACTIVE') return { kind: 'REFUSED', reason: 'ALREADY_ACTIVE' }
  const answer = await createAgreement(platform, {
    agreementNo: agreement.agreementNo,
    accountHolder: await findAccountHolder(platform, agreement.employerId),
    payee: (await findPayee(platform)).name,
    returnPath: '/employer/bills/agreement',
    language,
  })
  if (answer.kind !== 'AGREEMENT') return { kind: 'REFUSED', reason: 'BANK_UNAVAILABLE' }
  // Signed or refused there already, and we have not heard of it: the page at the bank would be a dead end.
  const known = answer.agreement.state === 'PENDING' ? agreement : await followAgreement(platform, agreement)
  if (known.status === 'ACTIVE') return { kind: 'REFUSED', reason: 'ALREADY_ACTIVE' }
  if (known.status !== 'PENDING') return signAgreement(platform, viewer, language)
  return { kind: 'STARTED', agreement: known, redirectUrl: bankPageUrl(platform, answer.agreement.signPath) }
}

async function openAgreement(platform: Platform, viewer: Clerk): Promise<AgreementRow> {
  return platform.database.transaction(async () => {
    await lockAgreementsOf(platform, viewer.employerId)
    const live = await findLiveAgreement(platform, viewer.employerId)
    if (live) return live
    return openCase(platform, agreementTable, {
      event: 'REQUEST',
      actor: viewer,
      origin: 'web',
      write: () =>
        insertAgreement(platform, {
          employerId: viewer.employerId,
          agreementNo: newNumber(platform),
          requestedBy: viewer.accountId,
          createdAt: platform.clock.now(),
        }),
      trace: (agreement) => traceOf('DEBIT_AGREEMENT_REQUESTED', agreement),
    })
  })
}

/** Long enough that two of a day do not meet; the database refuses them if they do. */
function newNumber({ clock }: Platform): string {
  return `WT${clock.today().replaceAll('-', '')}${String(randomInt(1e10)).padStart(10, '0')}`
}

/**
 * Ends the agreement, or takes back the wish for one. From here on nothing more is drawn; a debit the bank has already
 * taken in runs its course. The bank is told at once, or by the job when it does not answer.
 */
export async function endAgreement(platform: Platform, viewer: Clerk, decision: Decision): Promise<AgreementRow> {
  const { id, decidedOn } = decision
  const agreement = isUuid(id) ? await findAgreement(platform, id) : null
  if (!agreement) throw notFound('debit agreement')
  requireMay(viewer, 'agreement:end', agreement, 'debit agreement')
  await takeStep(platform, agreementCase, {
    id,
    decidedOn,
    event: 'END',
    actor: viewer,
    origin: 'web',
    facts: noFacts,
    write: (_agreement, status) =>
      changeAgreement(platform, id, { status, endedAt: platform.clock.now(), endedBy: 'EMPLOYER' }),
    trace: (live) => traceOf('DEBIT_AGREEMENT_ENDED', live),
  })
  return followAgreement(platform, (await findAgreement(platform, id)) ?? agreement)
}

/** Asks the bank about the live agreement, for a clerk who came back from its page; null when there is none. */
export async function refreshAgreement(platform: Platform, employerId: string): Promise<AgreementRow | null> {
  const live = await findLiveAgreement(platform, employerId)
  return live ? followAgreement(platform, live) : null
}
