import type { AgreementStatus as BankAgreement } from '@shebao/bank-protocol'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { agreementCase, bankFollower, traceOf } from './agreement-case.ts'
import { changeAgreement, findAgreement, findAgreementDrawnOn, listAgreementsToFollow } from './agreement.repository.ts'
import type { AgreementRow } from './agreement.repository.ts'
import { endAgreementAtBank, queryAgreement } from '../bank/index.ts'

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
    await change(platform, agreement, 'REFUSE', 'NOT_SIGNED')
  }
}

async function takeIn(platform: Platform, agreement: AgreementRow, bank: BankAgreement): Promise<void> {
  if (bank.state === 'ACTIVE') await change(platform, agreement, 'SIGN', null, { accountMasked: bank.accountMasked })
  if (bank.state === 'REFUSED') await change(platform, agreement, 'REFUSE', 'REFUSED_AT_BANK')
  if (bank.state === 'ENDED') await change(platform, agreement, 'END_BY_BANK', 'ENDED_AT_BANK')
}

async function tellEnd(platform: Platform, agreement: AgreementRow): Promise<void> {
  const answer = await endAgreementAtBank(platform, agreement.agreementNo)
  if (answer.kind === 'AGREEMENT' || answer.kind === 'NO_SUCH_AGREEMENT')
    await changeAgreement(platform, agreement.id, { bankToldAt: platform.clock.now() })
}

/** A debit showed that the agreement it was drawn on is no longer valid. Part of the transaction that takes in the report. */
export async function endInvalidAgreement(
  platform: Platform,
  payment: { employerId: string; channel: string; createdAt: Date },
): Promise<void> {
  if (payment.channel !== 'AGREEMENT_DEBIT') return
  const agreement = await findAgreementDrawnOn(platform, payment.employerId, payment.createdAt)
  if (agreement) await change(platform, agreement, 'END_BY_BANK', 'AGREEMENT_INVALID')
}

const actions = {
  SIGN: 'DEBIT_AGREEMENT_SIGNED',
  REFUSE: 'DEBIT_AGREEMENT_REFUSED',
  END_BY_BANK: 'DEBIT_AGREEMENT_ENDED',
} as const

/** An agreement that left the state meanwhile stays as it is. */
async function change(
  platform: Platform,
  { id }: AgreementRow,
  event: keyof typeof actions,
  endReason: string | null,
  more: { accountMasked?: string | null } = {},
): Promise<void> {
  const now = platform.clock.now()
  await takeStep(platform, agreementCase, {
    id,
    event,
    actor: bankFollower,
    origin: bankFollower.job,
    note: endReason ?? undefined,
    facts: noFacts,
    write: (_agreement, status) =>
      changeAgreement(platform, id, {
        status,
        ...more,
        ...(event === 'SIGN' ? { signedAt: now } : { endedAt: now, endedBy: 'BANK', endReason }),
      }),
    trace: (agreement) => traceOf(actions[event], agreement, endReason),
  })
}

function tooOld({ clock }: Platform, { createdAt }: AgreementRow): boolean {
  return clock.now().getTime() - createdAt.getTime() > signWithinDays * 86_400_000
}
