import { randomBytes } from 'node:crypto'
import { checkCreditCode } from '@shebao/identifiers'
import { parsePeriod } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { InsuredPerson, Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { attachUnlinked } from '../../register/attachment/index.ts'
import { findEmployerByCode } from '../../register/employer/index.ts'
import { listWatchedEmployers, readWatchedMonths } from '../watch/index.ts'
import type { HandInRefusal, ReportKind } from './report-codes.ts'
import { reportKeeper, traceOf } from './report-case.ts'
import { reportTable } from './report.lifecycle.ts'
import { insertReport } from './report.repository.ts'
import type { ReportRow } from './report.repository.ts'
import { findByRequest, holdReporter, insertReporter, listReportsOf } from './reporter.repository.ts'

export interface NewReport {
  requestKey: string
  kind: ReportKind
  /** One of the person's own employers. */
  employerId?: string | null | undefined
  /** Of a unit that did not register them: its name, and its code where the person knows it. */
  unitName?: string | null | undefined
  creditCode?: string | null | undefined
  from: string
  to: string
  words: string
  saidBase?: number | null | undefined
  files: readonly string[]
}

const dayMs = 24 * 3_600_000

/** One press, one report. Nothing that an employer can ask for or is told of changes by it. */
export async function handInReport(
  platform: Platform,
  asker: Viewer | undefined,
  input: NewReport,
): Promise<ReportRow | HandInRefusal> {
  const reporter = requireMay(asker, 'report:hand-in')
  const { individualId } = reporter
  if (!isUuid(input.requestKey)) throw badInput('requestKey', 'A UUID of the press is needed.')
  const words = requireText('words', input.words, [4, 1000])
  requireMonths(platform, input)
  if (input.kind === 'WRONG_BASE' && !((input.saidBase ?? 0) > 0))
    throw badInput('saidBase', 'The base that would be right is needed.')
  return platform.database.transaction(async () => {
    await holdReporter(platform, individualId)
    const known = await findByRequest(platform, individualId, input.requestKey)
    if (known) return known
    const unit = await unitOf(platform, individualId, input)
    const refusal = await refusalOf(platform, individualId, { ...input, ...unit })
    if (refusal) return refusal
    return insertSealed(platform, reporter, { ...input, words, ...unit })
  })
}

async function insertSealed(
  platform: Platform,
  reporter: InsuredPerson,
  { kind, employerId, unitName, from, to, words, saidBase, requestKey, files }: NewReport & Unit,
): Promise<ReportRow> {
  const { individualId } = reporter
  const sheet = await readWatchedMonths(platform, individualId, { from, to, ...(employerId ? { employerId } : {}) })
  const row = await openCase(platform, reportTable, {
    event: 'RECEIVE',
    actor: reportKeeper,
    origin: reportKeeper.job,
    write: () =>
      insertReport(platform, {
        number: newNumber(platform),
        kind,
        employerId,
        unitName,
        fromPeriod: from,
        toPeriod: to,
        receivedAt: platform.clock.now(),
      }),
    trace: (report) => traceOf('REPORT_RECEIVED', report),
  })
  const base = kind === 'WRONG_BASE' ? (saidBase ?? null) : null
  await insertReporter(platform, { reportId: row.id, requestKey, individualId, words, saidBase: base, sheet })
  await attachUnlinked(platform, reporter, {
    field: 'files',
    ids: files,
    subject: { kind: 'EMPLOYER_REPORT', id: row.id, employerId: null },
    retention: 'CASE_EVIDENCE',
  })
  return row
}

/** Random: it counts nothing, and no number of anything else is missing by it. */
const newNumber = ({ clock }: Platform) =>
  `JB${clock.today().replaceAll('-', '')}${randomBytes(4).toString('hex').toUpperCase()}`

interface Unit {
  employerId: string | null
  unitName: string
}

/** One of the person's own employers by its id; any other unit by what the person calls it. */
async function unitOf(platform: Platform, individualId: string, input: NewReport): Promise<Unit> {
  if (input.employerId) {
    const own = (await listWatchedEmployers(platform, individualId)).find(({ id }) => id === input.employerId)
    if (!own) throw badInput('employerId', 'This is none of your employers. Write the name of the unit.')
    return { employerId: own.id, unitName: own.name }
  }
  if (input.kind !== 'UNREGISTERED') throw badInput('employerId', 'One of your employers is needed.')
  const unitName = requireText('unitName', input.unitName ?? '', [2, 120])
  const code = (input.creditCode ?? '').trim().toUpperCase()
  if (code === '') return { employerId: null, unitName }
  if (!checkCreditCode(code).ok) throw badInput('creditCode', 'This is no unified social credit code.')
  return { employerId: (await findEmployerByCode(platform, code))?.id ?? null, unitName }
}

async function refusalOf(
  platform: Platform,
  individualId: string,
  { kind, employerId, unitName }: { kind: ReportKind } & Unit,
): Promise<HandInRefusal | undefined> {
  const before = await listReportsOf(platform, individualId)
  const since = platform.clock.now().getTime() - dayMs
  const lately = before.filter(({ receivedAt }) => receivedAt.getTime() > since)
  if (lately.length >= (await figureOn(platform, 'REPORT_MOST_A_DAY'))) return 'TOO_MANY'
  const same = before.some(
    (report) =>
      ['RECEIVED', 'CHECKING'].includes(report.status) &&
      report.kind === kind &&
      report.employerId === employerId &&
      report.unitName === unitName,
  )
  return same ? 'ALREADY_OPEN' : undefined
}

const mostMonths = 360

function requireMonths({ clock }: Platform, { from, to }: NewReport): void {
  const [first, last] = [parsePeriod(from), parsePeriod(to)]
  if (!first || !last || first > last) throw badInput('to', 'The last month comes after the first.')
  if (to > clock.today().slice(0, 7)) throw badInput('to', 'The month has not begun yet.')
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))
  if (months >= mostMonths) throw badInput('from', `At most ${mostMonths} months.`)
}
