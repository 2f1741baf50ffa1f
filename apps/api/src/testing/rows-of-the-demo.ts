import type { Platform } from '../platform/platform.ts'

/** What each root query of people is asked about in the demo office: a case of each kind, about somebody where it can be. */
export async function rowsOfTheDemo({ database, vault, clock }: Platform) {
  const { prisma } = database
  const notNull = { not: null }
  const id = async (found: Promise<{ id: string }>) => ({ id: (await found).id })
  const handedIn = { kind: 'ANNUAL_INSPECTION', version: { gt: 0 } }
  const annual = await prisma.declaration.findFirstOrThrow({
    where: { ...handedIn, status: { in: ['SUBMITTED', 'UNDER_REVIEW'] } },
  })
  const { employerId } = annual
  const someone = await prisma.individual.findFirstOrThrow({ where: { cards: { some: {} } }, include: { cards: true } })
  const { idNumber } = vault.open<{ idNumber: string }>(someone.personal)
  const month = await prisma.premiumPayment.findFirstOrThrow({ where: { noticeId: notNull } })
  // One that waits for a second person lapses within hours: the demo has none left.
  const requester = await prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
  const reset = { individualId: someone.id, reason: '遗失密码', requestedBy: requester.id, requestedAt: clock.now() }
  await prisma.cardPasswordReset.create({ data: reset })
  return {
    auditedPerson: { number: idNumber, reason: '核对日志' },
    backPayment: await id(prisma.backPayment.findFirstOrThrow()),
    backPaymentQueue: { states: ['APPLIED', 'CHECKED', 'ISSUED', 'REJECTED'] },
    cardHolder: { cardId: someone.cards[0]?.id },
    clerks: { employerId },
    declaration: { id: annual.id },
    declarationReview: { id: annual.id },
    derivation: { subject: { month: [month.individualId, month.period, month.employerId, month.kind].join(':') } },
    employerById: { id: employerId },
    monthlyDeclaration: await id(
      prisma.declaration.findFirstOrThrow({ where: { kind: 'MONTHLY', version: { gt: 0 } } }),
    ),
    particularsChange: await id(prisma.particularsChange.findFirstOrThrow()),
    particularsChanges: { employerId: (await prisma.particularsChange.findFirstOrThrow()).employerId },
    paymentNotice: await id(prisma.paymentNotice.findFirstOrThrow({ where: { people: { gt: 0 } } })),
    policyProposal: await id(prisma.policyProposal.findFirstOrThrow({ where: { simulatedHash: notNull } })),
    question: await id(prisma.question.findFirstOrThrow()),
    questions: { state: 'OPEN' },
    refund: await id(prisma.refund.findFirstOrThrow({ where: { individualId: notNull } })),
    refundQueue: { states: ['APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT', 'REJECTED'] },
    registeredUnit: { number: (await prisma.employer.findFirstOrThrow()).registrationNo },
    registration: await id(prisma.registration.findFirstOrThrow()),
    relationTransfer: await id(prisma.relationTransfer.findFirstOrThrow()),
  }
}
