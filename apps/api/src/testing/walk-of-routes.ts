import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../access/viewer.ts'
import { staffRoles } from '../access/viewer.ts'
import type { AuditAction } from '../platform/audit-vocabulary.ts'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { employerViewer, insuredViewer, staffViewer } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'

/** What a route hands out: data of people, which leaves an entry of this action; or none, and why. */
export type HandsOut =
  | { notes: AuditAction; as: Viewer; url: string }
  /** Asked where its case stands, in a test that looks for the entry. */
  | { notes: AuditAction; askedIn: string }
  /** Where it is about somebody's row all the same: whose, and at which address. */
  | { nobody: string; as?: Viewer; url?: string }

const takes = { nobody: 'takes something in, and answers with what was made of it' }
const ofUnit = { nobody: 'is about a unit: its name, its sums, its days' }
const bySecret = { nobody: 'is about a unit, for whoever has its secret address' }
const published = { nobody: 'is the office’s own, for anybody or for staff' }
const machine = { nobody: 'is for a machine of the office, and tells it about nobody' }

/** Every route but /graphql, which has a walk of its own, with what it is asked for in the demo office. */
export async function routesOfTheDemo(platform: TestPlatform): Promise<Readonly<Record<string, HandsOut>>> {
  const { prisma } = platform.database
  const { employerId, ...filed } = await prisma.declaration.findFirstOrThrow({
    where: { kind: 'ANNUAL_INSPECTION', version: { gt: 0 } },
  })
  const monthly = await prisma.declaration.findFirstOrThrow({ where: { kind: 'MONTHLY', version: { gt: 0 } } })
  const paid = await prisma.premiumPayment.findFirstOrThrow({ where: { noticeId: { not: null } } })
  const transfer = await prisma.document.findFirstOrThrow({
    where: { kind: { in: ['TRANSFER_VOUCHER', 'TRANSFER_ACCEPTANCE'] } },
  })
  const handed = await prisma.document.findFirstOrThrow({ where: { kind: 'QUESTION_TRANSFER' } })
  const court = await prisma.enforcementCase.findFirstOrThrow({ where: { status: { startsWith: 'COURT' } } })
  const paper = await prisma.enforcementPaper.findFirstOrThrow({ where: { caseId: court.id } })
  const kept = await prisma.attachment.findFirstOrThrow({
    where: { subjectKind: 'ENFORCEMENT_EVIDENCE', removedAt: null },
  })
  const statement = await prisma.rightsStatement.findFirstOrThrow()
  const settled = await prisma.paymentNotice.findFirstOrThrow({ where: { status: { in: ['POSTED', 'RECONCILED'] } } })
  const awaited = await prisma.paperCopy.findFirstOrThrow()
  const payment = await prisma.payment.findFirstOrThrow({ where: { status: 'SUCCESS' } })
  const staff = () => staffViewer(staffRoles)
  const clerk = (of = employerId) => employerViewer(of)
  const paperOf = (of: string, url: string): HandsOut => ({ ...ofUnit, as: clerk(of), url })
  const table = (notes: AuditAction, url: string): HandsOut => ({ notes, as: staff(), url })
  const twice = (path: string, notes: AuditAction, query: string) =>
    Object.fromEntries(
      ['csv', 'xlsx'].map((format) => [`GET ${path}.${format}`, table(notes, `${path}.${format}?${query}`)]),
    )
  return {
    'GET /healthz': machine,
    'GET /readyz': machine,
    'GET /.well-known/shebao-signing-keys.json': published,
    'GET /documents/offline-verifier.html': published,
    'GET /schemas/shebao-parameters-1.json': published,
    ...Object.fromEntries(
      ['yaml', 'json', 'xlsx', 'csv'].map((format) => [`GET /policy/parameters.${format}`, published]),
    ),
    ...Object.fromEntries(['xlsx', 'csv'].map((format) => [`GET /policy/parameter-template.${format}`, published])),
    'POST /bank/notifications': machine,
    'POST /bank/replies': machine,
    'GET /hotline/start': machine,
    'POST /hotline/calls': machine,
    'POST /hotline/answer': machine,
    'POST /hotline/name': machine,
    'POST /hotline/ended': machine,
    ...Object.fromEntries(
      ['csv', 'xlsx'].map((format): [string, HandsOut] => [
        `GET /hotline/statistics.${format}`,
        { notes: 'EXPORT_HOTLINE_STATISTICS', askedIn: 'features/desk/hotline/hotline.test.ts' },
      ]),
    ),
    'GET /hotline/recordings/:call': { notes: 'HEAR_HOTLINE_CALLER', askedIn: 'features/desk/hotline/hotline.test.ts' },
    'POST /attachments': takes,
    'DELETE /attachments/:id': { ...takes, as: staff(), url: `/attachments/${kept.id}` },
    'POST /registration/files': takes,
    'POST /reconciliation/statements': takes,
    'POST /register/imports': takes,
    'GET /documents/notice/:id.pdf': paperOf(settled.employerId, `/documents/notice/${settled.id}.pdf`),
    'GET /documents/voucher/:id.pdf': paperOf(settled.employerId, `/documents/voucher/${settled.id}.pdf`),
    'GET /documents/receipt/:id.pdf': paperOf(payment.employerId, `/documents/receipt/${payment.id}.pdf`),
    'GET /documents/paper-cover/:id.pdf': paperOf(
      awaited.employerId,
      `/documents/paper-cover/${awaited.declarationId}.pdf`,
    ),
    'GET /documents/deadlines.ics': ofUnit,
    'GET /calendar/:file': bySecret,
    'GET /lists/employers.csv': ofUnit,
    'GET /documents/roster/:file': {
      notes: 'DOWNLOAD_ROSTER',
      as: clerk(),
      url: `/documents/roster/${filed.id}.csv`,
    },
    'GET /documents/inspection/:id/:version.pdf': {
      notes: 'PRINT_DECLARATION',
      as: clerk(),
      url: `/documents/inspection/${filed.id}/${filed.version}.pdf`,
    },
    'GET /documents/monthly/:id/:version.pdf': {
      notes: 'PRINT_MONTHLY',
      as: clerk(monthly.employerId),
      url: `/documents/monthly/${monthly.id}/${monthly.version}.pdf`,
    },
    'GET /documents/certificate.pdf': {
      notes: 'CERTIFICATE_PRINTED',
      as: insuredViewer(paid.individualId),
      url: `/documents/certificate.pdf?from=${paid.period}&to=${paid.period}`,
    },
    'GET /documents/transfer.pdf': table('TRANSFER_PAPER_PRINTED', `/documents/transfer.pdf?id=${transfer.subjectId}`),
    'GET /documents/question-transfer.pdf': table(
      'QUESTION_TRANSFER_PRINTED',
      `/documents/question-transfer.pdf?question=${handed.subjectId}`,
    ),
    'GET /documents/rights-statement.pdf': {
      notes: 'RIGHTS_STATEMENT_PRINTED',
      as: insuredViewer(statement.individualId),
      url: `/documents/rights-statement.pdf?year=${statement.year}&version=${statement.version}`,
    },
    'GET /documents/rights-statement-at-window.pdf': table(
      'RIGHTS_STATEMENT_PRINTED',
      `/documents/rights-statement-at-window.pdf?statement=${statement.id}`,
    ),
    'GET /documents/enforcement-paper.pdf': table(
      'ENFORCEMENT_PAPER_PRINTED',
      `/documents/enforcement-paper.pdf?paper=${paper.id}`,
    ),
    'GET /documents/court-file.zip': table('COURT_FILE_TAKEN', `/documents/court-file.zip?case=${court.id}`),
    'GET /documents/papers/:id.pdf': { notes: 'PAPERS_DOWNLOADED', askedIn: 'features/desk/papers/papers.test.ts' },
    'POST /card-passwords/:id/letter': {
      notes: 'PRINT_ONE_TIME_CODE',
      askedIn: 'features/office/session/card-password-letter.test.ts',
    },
    'POST /employer-accounts/letters': {
      notes: 'ONE_TIME_LINK_ISSUED',
      askedIn: 'features/office/accounts/employer-letters.test.ts',
    },
    'GET /attachments/:id': table('READ_ATTACHMENT', `/attachments/${kept.id}`),
    'GET /lists/exceptions.csv': table('EXPORT_EXCEPTIONS', '/lists/exceptions.csv'),
    ...Object.fromEntries(
      ['csv', 'xlsx'].map((format): [string, HandsOut] => [
        `GET /register/imports/report.${format}`,
        { notes: 'READ_IMPORT_REPORT', askedIn: 'features/desk/intake/import-layout.test.ts' },
      ]),
    ),
    ...twice('/audit/trail', 'EXPORT_AUDIT_TRAIL', 'action=SIGN_OUT'),
    ...Object.assign(
      {},
      ...['figures', 'ages', 'employers'].map((list) =>
        twice(`/statistics/${list}`, 'EXPORT_STATISTICS', 'from=2026-09&to=2026-10'),
      ),
    ),
  }
}

export interface WalkedRoute {
  route: string
  /** What is wrong with it: it is not in the table, it did not answer, it left no entry. */
  wrong: string
}

/** Asks every route that hands out data of people as somebody who has asked for nothing yet, and looks for the entry. */
export async function walkRoutes(
  platform: TestPlatform,
  table: Readonly<Record<string, HandsOut>>,
  isAskedIn: (file: string, action: string) => boolean,
): Promise<WalkedRoute[]> {
  const { app, registered, askAs } = await openRoutes(platform)
  const walked: WalkedRoute[] = []
  for (const route of new Set([...registered, ...Object.keys(table)])) {
    const wrong = registered.includes(route) ? await wrongWith(table[route]) : 'is no route any more'
    if (wrong) walked.push({ route, wrong })
  }
  await app.close()
  return walked

  async function wrongWith(handsOut: HandsOut | undefined): Promise<string | undefined> {
    if (!handsOut) return 'says neither what it notes nor that it hands out nobody’s data'
    if ('nobody' in handsOut) return undefined
    const { notes } = handsOut
    if ('askedIn' in handsOut)
      return isAskedIn(handsOut.askedIn, notes) ? undefined : `is not asked in ${handsOut.askedIn}`
    const { as, url } = handsOut
    const { statusCode, body } = await askAs(as, 'GET', url)
    if (statusCode !== 200) return `answers ${statusCode}: ${body.slice(0, 200)}`
    const entries = await platform.database.prisma.auditEvent.count({ where: { actorId: as.accountId, action: notes } })
    return entries === 0 ? `leaves no entry ${notes}` : undefined
  }
}

export type Method = 'GET' | 'POST' | 'DELETE'

/** The product with every route, and whoever asks signed in. */
export async function openRoutes(platform: TestPlatform) {
  const viewers = new Map<string, Viewer>()
  const registered: string[] = []
  const listen = (app: FastifyInstance) =>
    void app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') registered.push(`${one} ${url}`)
    })
  // The built pages are files that nobody is named in; without them the routes are what the features registered.
  const environment = { ...platform.environment, webDirectory: '' }
  const app = await createServer(
    { ...platform, environment },
    {
      ...serverParts,
      findViewer: async (_platform, token) => viewers.get(token ?? ''),
      routes: [listen, ...serverParts.routes],
    },
  )
  const askAs = (viewer: Viewer | undefined, method: Method, url: string, payload?: object) => {
    const request = { method, url, ...(payload && { payload }) }
    if (!viewer) return app.inject(request)
    viewers.set(viewer.accountId, viewer)
    return app.inject({ ...request, cookies: { shebao_session: viewer.accountId } })
  }
  return { app, registered, askAs }
}
