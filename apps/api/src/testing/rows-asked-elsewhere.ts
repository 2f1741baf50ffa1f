import type { TestPlatform } from './test-platform.ts'

export interface AskedElsewhere {
  url: string
  /** Where the row is named in the body. */
  payload?: object
}

/**
 * Rows for the routes that are asked in a test of their own, since the demo office has none for them: as far as somebody else would
 * come. `remove` takes them out again, but for the discarded table, which nobody can.
 */
export async function addRowsAskedElsewhere({ clock, database: { prisma } }: TestPlatform) {
  const now = clock.now()
  const { id: employerId } = await prisma.employer.findFirstOrThrow({ orderBy: { registrationNo: 'asc' } })
  const { id: individualId } = await prisma.individual.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const staff = await prisma.account.findMany({ where: { kind: 'STAFF' }, take: 2, orderBy: { staffNo: 'asc' } })
  const [asking = '', confirming = ''] = staff.map(({ id }) => id)
  const run = await prisma.printRun.create({
    data: {
      employerId,
      accountId: asking,
      language: 'en',
      status: 'READY',
      papers: 1,
      done: 1,
      fileId: crypto.randomUUID(),
      createdAt: now,
      finishedAt: now,
    },
  })
  const reset = await prisma.cardPasswordReset.create({
    data: {
      individualId,
      reason: 'LOST',
      requestedBy: asking,
      requestedAt: now,
      confirmedBy: confirming,
      confirmedAt: now,
    },
  })
  const call = await prisma.hotlineCall.create({
    data: {
      id: crypto.randomUUID(),
      status: 'WITH_AGENT',
      agentId: asking,
      language: 'en',
      callerMasked: '',
      individualId,
      recording: new Uint8Array(16),
      startedAt: now,
      lastAt: now,
    },
  })
  const table = await prisma.registerImport.create({
    data: {
      kind: 'PEOPLE',
      status: 'DISCARDED',
      fileName: 'people.csv',
      contentHash: crypto.randomUUID(),
      date1904: false,
      columns: [],
      rowCount: 0,
      errorRows: 0,
      warningRows: 0,
      uploadedBy: asking,
      uploadedAt: now,
      checkedAt: now,
    },
  })
  const asked: Record<string, AskedElsewhere> = {
    'GET /documents/papers/:id.pdf': { url: `/documents/papers/${run.id}.pdf` },
    'GET /hotline/recordings/:call': { url: `/hotline/recordings/${call.id}` },
    'POST /card-passwords/:id/letter': { url: `/card-passwords/${reset.id}/letter` },
    'POST /employer-accounts/letters': { url: '/employer-accounts/letters', payload: { employerIds: [employerId] } },
  }
  for (const format of ['csv', 'xlsx']) {
    asked[`GET /register/imports/report.${format}`] = { url: `/register/imports/report.${format}?id=${table.id}` }
    asked[`GET /hotline/statistics.${format}`] = {
      url: `/hotline/statistics.${format}?from=2026-11-01&to=2026-11-02`,
    }
  }
  const remove = async () => {
    await prisma.printRun.delete({ where: { id: run.id } })
    await prisma.cardPasswordReset.delete({ where: { id: reset.id } })
    await prisma.hotlineCall.delete({ where: { id: call.id } })
  }
  return { asked, remove }
}
