import { sumFen } from '@shebao/kernel'
import { checkCertificateRange } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { CertificateRangeProblem } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { listPersonMonths } from '../../money/month/index.ts'
import type { PremiumMonth } from '../../money/month/index.ts'
import { readNoticesOfRange } from '../../money/notice/index.ts'
import type { NoticeRow } from '../../money/notice/index.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import type { EmployerRow, OfficeRow } from '../../register/employer/index.ts'
import { findIndividual } from '../../register/individual/index.ts'
import { listShareBalances } from '../../money/ledger/index.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { personalMonths, unitMonths } from './certified-months.ts'
import type { PersonalMonths, Range, UnitMonths, UnitNotice } from './certified-months.ts'

export type CertificateProblem = CertificateRangeProblem | 'NOTHING_RECORDED'

interface Common {
  range: Range
  office: OfficeRow
}
/** `content` is what the paper says and its hash covers; `months` and `notices` are what that follows from. */
export interface PersonalCertificate extends Common {
  kind: 'PERSON'
  name: string
  idMasked: string
  content: PersonalMonths
  total: Fen
  months: PremiumMonth[]
}
export interface UnitCertificate extends Common {
  kind: 'UNIT'
  employer: EmployerRow
  content: UnitMonths<CertificateNotice>
  total: Fen
  /** Also those outside the range that are still open. */
  notices: CertificateNotice[]
}
export type Certificate = PersonalCertificate | UnitCertificate
export type CertificateNotice = NoticeRow & UnitNotice

/** A person has a few lines a month; so many never come together in 36 months. */
const mostMonths = 1_000

/** Whose payments are certified: always the asker's own. There is no asking for anybody else. */
export type Holder = { kind: 'UNIT'; employerId: string } | { kind: 'PERSON'; individualId: string }

export function holderOf(asker: Viewer | undefined): Holder {
  const viewer = requireMay(asker, 'certificate:print')
  return viewer.kind === 'EMPLOYER'
    ? { kind: 'UNIT', employerId: viewer.employerId }
    : { kind: 'PERSON', individualId: viewer.individualId }
}

/** What a certificate would hold now, or the first thing that stands in its way. Nothing is written. */
export async function loadCertificate(
  platform: Platform,
  holder: Holder,
  asked: { from: string; to: string },
): Promise<Certificate | CertificateProblem> {
  const range = checkCertificateRange(asked.from, asked.to, platform.clock.today())
  if (!range.ok) return range.problem
  return holder.kind === 'PERSON'
    ? loadPersonal(platform, holder.individualId, range)
    : loadUnit(platform, holder.employerId, range)
}

async function loadPersonal(
  platform: Platform,
  individualId: string,
  range: Range,
): Promise<Certificate | CertificateProblem> {
  const months = await listPersonMonths(platform, individualId, range, undefined, mostMonths)
  const [last] = months
  if (!last) return 'NOTHING_RECORDED'
  const person = await findIndividual(platform, individualId)
  const employer = await findEmployer(platform, last.employerId)
  if (!person || !employer) throw notFound('person')
  const content = personalMonths(months, range, platform.clock.today())
  return {
    kind: 'PERSON',
    range,
    office: await getOfficeOf(platform, employer),
    name: platform.vault.open<{ name: string }>(person.personal).name,
    idMasked: person.idMasked,
    content,
    total: content.paidPersonal,
    months,
  }
}

async function loadUnit(
  platform: Platform,
  employerId: string,
  range: Range,
): Promise<Certificate | CertificateProblem> {
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const notices = await withWriteOffs(platform, await readNoticesOfRange(platform, employerId, range))
  const content = unitMonths(notices, range, platform.clock.today())
  if (content.notices.length === 0) return 'NOTHING_RECORDED'
  const office = await getOfficeOf(platform, employer)
  return { kind: 'UNIT', range, office, employer, content, total: content.paid, notices }
}

async function withWriteOffs(
  platform: Platform,
  notices: Awaited<ReturnType<typeof readNoticesOfRange>>,
): Promise<CertificateNotice[]> {
  const shares = await listShareBalances(
    platform,
    notices.map(({ id }) => id),
  )
  const byNotice = Map.groupBy(shares, ({ noticeId }) => noticeId)
  return notices.map((notice) => ({
    ...notice,
    writtenOff: sumFen((byNotice.get(notice.id) ?? []).map((share) => share.writtenOff)),
  }))
}
