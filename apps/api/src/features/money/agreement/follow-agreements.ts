import type { AgreementStatus as BankAgreement } from '@shebao/bank-protocol'
import type { Platform } from '../../../platform/platform.ts'
import { changeAgreement, findAgreement, findAgreementDrawnOn, listAgreementsToFollow } from './agreement.repository.ts'
import type { AgreementRow, AgreementStatus } from './agreement.repository.ts'
import { endAgreementAtBank, queryAgreement } from '../bank/bank-client.ts'

/** An agreement nobody signs ends by itself [PD]. */
const signWithinDays = 7
const batch = 200

/** Asks the bank how an agreement stands, or tells it that the employer ended it. Answers with it as it is then. */
export async function followAgreement(platform: Platform, agreement: AgreementRow): Promise<AgreementRow> {
  if (agreement.status === 'PENDING' || agreement.status === 'ACTIVE') await askAbout(platform, agreement)
  else if (agreement.endedBy === 'EMPLOYER' && !agreement.bankToldAt) await tellEnd(platform, agreement)
  return (await findAgreement(platform, agreement.id)) ?? agreement
}

/** For the jobs: every agreement of a kind, in bounded steps. */
export async function followAgreements(platform: Platform, which: 'OPEN' | 'ACTIVE'): Promise<void> {
  for (let after: string | undefined; ;) {
    const agreements = await listAgreementsToFollow(platform, which, { after, limit: batch })
    for (const agreement of agreements) await followAgreement(platform, agreement)
    after = agreements.at(-1)?.id
    if (agreements.length < batch) return
  }
}

async function askAbout(platform: Platform, agreement: AgreementRow): Promise<void> {
  const answer = await queryAgreement(platform, agreement.agreementNo)
  if (answer.kind === 'AGREEMENT') await takeIn(platform, agreement, answer.agreement)
  const unsigned =
    answer.kind === 'NO_SUCH_AGREEMENT' || (answer.kind === 'AGREEMENT' && answer.agreement.state === 'PENDING')
  if (agreement.status === 'PENDING' && unsigned && tooOld(platform, agreement)) {
    const ended = await endAgreementAtBank(platform, agreement.agreementNo)
    if (ended.kind === 'UNKNOWN') return
    await change(platform, agreement, ['PENDING'], 'REFUSED', 'NOT_SIGNED')
  }
}

async function takeIn(platform: Platform, agreement: AgreementRow, bank: BankAgreement): Promise<void> {
  if (bank.state === 'ACTIVE')
    await change(platform, agreement, ['PENDING'], 'ACTIVE', null, { accountMasked: bank.accountMasked })
  if (bank.state === 'REFUSED') await change(platform, agreement, ['PENDING'], 'REFUSED', 'REFUSED_AT_BANK')
  if (bank.state === 'ENDED') await change(platform, agreement, ['PENDING', 'ACTIVE'], 'ENDED', 'ENDED_AT_BANK')
}

async function tellEnd(platform: Platform, agreement: AgreementRow): Promise<void> {
  const answer = await endAgreementAtBank(platform, agreement.agreementNo)
  if (answer.kind === 'AGREEMENT' || answer.kind === 'NO_SUCH_AGREEMENT')
    await changeAgreement(platform, agreement.id, ['ENDED'], { bankToldAt: platform.clock.now() })
}

/** A debit showed that the agreement it was drawn on is no longer valid. Part of the transaction that takes in the report. */
export async function endInvalidAgreement(
  platform: Platform,
  payment: { employerId: string; channel: string; createdAt: Date },
): Promise<void> {
  if (payment.channel !== 'AGREEMENT_DEBIT') return
  const agreement = await findAgreementDrawnOn(platform, payment.employerId, payment.createdAt)
  if (agreement) await change(platform, agreement, ['ACTIVE'], 'ENDED', 'AGREEMENT_INVALID')
}

async function change(
  platform: Platform,
  agreement: AgreementRow,
  from: readonly AgreementStatus[],
  to: Exclude<AgreementStatus, 'PENDING'>,
  endReason: string | null,
  more: { accountMasked?: string | null } = {},
): Promise<void> {
  const now = platform.clock.now()
  await platform.database.transaction(async () => {
    const changed = await changeAgreement(platform, agreement.id, from, {
      status: to,
      ...more,
      ...(to === 'ACTIVE' ? { signedAt: now } : { endedAt: now, endedBy: 'BANK', endReason }),
    })
    if (!changed) return
    await platform.audit.record({
      actorKind: 'SYSTEM',
      origin: 'bank',
      action: to === 'ACTIVE' ? 'DEBIT_AGREEMENT_SIGNED' : `DEBIT_AGREEMENT_${to}`,
      recordType: 'DebitAgreement',
      recordId: agreement.id,
      change: { agreementNo: agreement.agreementNo, ...(endReason ? { endReason } : {}) },
    })
  })
}

function tooOld({ clock }: Platform, { createdAt }: AgreementRow): boolean {
  return clock.now().getTime() - createdAt.getTime() > signWithinDays * 86_400_000
}
