import { checkCertificateRange } from '@shebao/premium'
import type { CertificateRangeProblem, Fen } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import { listPersonMonths, readNoticesOfRange } from '../billing/index.ts'
import { findEmployer, getOfficeOf } from '../employer/index.ts'
import type { EmployerRow, OfficeRow } from '../employer/index.ts'
import { findIndividual } from '../individual/index.ts'
import { notFound } from '../../graphql/errors.ts'
import type { Holder } from './certificate.policy.ts'
import { personalMonths, unitMonths } from './certified-months.ts'
import type { PersonalMonths, Range, UnitMonths, UnitNotice } from './certified-months.ts'

export type CertificateProblem = CertificateRangeProblem | 'NOTHING_RECORDED'

interface Common {
  range: Range
  office: OfficeRow
}
export type Certificate =
  | (Common & { kind: 'PERSON'; name: string; idMasked: string; content: PersonalMonths; total: Fen })
  | (Common & { kind: 'UNIT'; employer: EmployerRow; content: UnitMonths<UnitNotice & { people: number }>; total: Fen })

/** A person has a few lines a month; so many never come together in 36 months. */
const mostMonths = 1_000

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
  const content = personalMonths(months, range)
  return {
    kind: 'PERSON',
    range,
    office: await getOfficeOf(platform, employer),
    name: platform.vault.open<{ name: string }>(person.personal).name,
    idMasked: person.idMasked,
    content,
    total: content.paidPersonal,
  }
}

async function loadUnit(
  platform: Platform,
  employerId: string,
  range: Range,
): Promise<Certificate | CertificateProblem> {
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const content = unitMonths(await readNoticesOfRange(platform, employerId, range), range)
  if (content.notices.length === 0) return 'NOTHING_RECORDED'
  return { kind: 'UNIT', range, office: await getOfficeOf(platform, employer), employer, content, total: content.paid }
}
