import { findActing } from '@shebao/api/src/features/office/session/membership.repository.ts'
import { createSession } from '@shebao/api/src/features/office/session/session.repository.ts'
import { assessDeclaration } from '@shebao/api/src/features/money/assessment/assess-declaration.ts'
import { openAttempt } from '@shebao/api/src/features/money/payment/open-attempt.ts'
import type { OpenPlatform } from '@shebao/api/src/open-platform.ts'
import { openPlatform } from '@shebao/api/src/open-platform.ts'
import { readEnvironment } from '@shebao/api/src/platform/environment.ts'
import { createLogger } from '@shebao/api/src/platform/logger.ts'
import type { Platform } from '@shebao/api/src/platform/platform.ts'
import { someCompleteDeclaration } from '@shebao/api/src/testing/complete-declaration.ts'
import { completeDraft, givenOffice, givenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import { addEmployer } from '@shebao/api/src/testing/money/payment/billing-fixture.ts'
import { ensureSigningKeys } from '@shebao/api/src/features/register/signing/index.ts'
import { seedCalendar } from '@shebao/prisma/seed'

/** The day the office is open. */
export const today = '2026-11-23'

/** A unit whose inspection lacks nothing but being handed in, and a clerk who is signed in. */
export interface Filer {
  declarationId: string
  token: string
}

/** A notice that is being paid: the bank knows the payment by its key. */
export interface OpenPayment {
  key: string
  amount: number
}

export interface GivenOffice {
  filers: Filer[]
  payments: OpenPayment[]
}

export async function openOffice(settings: Record<string, string>): Promise<OpenPlatform> {
  const environment = readEnvironment({ ...settings, SHEBAO_POOL_SIZE: '5' })
  const opened = await openPlatform(environment, createLogger('silent'), 'SET_UP')
  const { database, vault } = opened.platform
  await seedCalendar({ ...vault, query: (text, values) => database.query(text, values) }, today)
  await givenOffice(opened.platform)
  await ensureSigningKeys(opened.platform, 'rehearsal')
  return opened
}

export async function fillOffice(
  platform: Platform,
  wanted: { filers: number; payments: number },
): Promise<GivenOffice> {
  const filers: Filer[] = []
  for (let seed = 5_001; filers.length < wanted.filers; seed += 1) filers.push(await givenFiler(platform, seed))
  const payments: OpenPayment[] = []
  while (payments.length < wanted.payments) payments.push(await givenPayment(platform))
  return { filers, payments }
}

async function givenFiler(platform: Platform, seed: number): Promise<Filer> {
  const unit = await givenUnit(platform, { seed, people: 3 })
  const declarationId = await completeDraft(platform, unit)
  const account = await platform.database.prisma.account.create({
    data: {
      kind: 'EMPLOYER',
      displayName: 'rehearsal',
      passwordHash: '',
      memberships: {
        create: {
          role: 'CLERK',
          scopeKind: 'EMPLOYER',
          scopeId: unit.employerId,
          validFrom: '2020-01-01',
          duties: ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'],
        },
      },
    },
  })
  const { token } = await createSession(platform, account, {
    acting: await findActing(platform, account.id),
    userAgent: 'rehearsal',
    stage: 'FULL',
  })
  return { declarationId, token }
}

async function givenPayment(platform: Platform): Promise<OpenPayment> {
  const { declarationId } = await addEmployer(platform, [1_000_000])
  const notice = await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })
  if (!notice) throw new Error('The unit of the rehearsal was not billed.')
  const key = crypto.randomUUID()
  const attempt = await openAttempt(platform, {
    noticeId: notice.noticeId,
    key,
    channel: 'E_BANK',
    actor: { actorKind: 'SYSTEM', origin: 'rehearsal' },
    permit: async () => undefined,
  })
  if (attempt.kind !== 'NEW') throw new Error('The payment of the rehearsal was not begun.')
  return { key, amount: Number(attempt.payment.amount) }
}
