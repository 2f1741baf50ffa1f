import { actingRole, may, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findIndividual } from '../../register/individual/index.ts'
import { findReport } from './report.repository.ts'
import type { ReportRow } from './report.repository.ts'
import { findReporter, isReporter } from './reporter.repository.ts'
import type { ReporterContent } from './reporter.repository.ts'

/** As for whatever is shown in clear [PD]. */
const reasonLength = [4, 200] as const

/**
 * Who may open who reported, and with what: whoever holds the report, and whoever may decide it once there is something to decide.
 * For everybody else in the office there is only the report.
 */
export function mayOpenEvidence(viewer: Viewer | undefined, { heldBy, finding, status }: ReportRow): boolean {
  if (viewer?.kind !== 'STAFF' || !may(viewer, 'report:evidence')) return false
  if (heldBy === viewer.accountId) return true
  return status === 'CHECKING' && finding !== null && may(viewer, 'report:decide')
}

export interface ReportEvidence extends ReporterContent {
  report: ReportRow
  name: string
  idMasked: string
}

/**
 * Who reported, what they said, and the sheet of their record. Each opening is noted with its reason, and told to them. Throws NOT_FOUND.
 */
export async function openEvidence(
  platform: Platform,
  asker: Viewer | undefined,
  { id, reason: given, origin }: { id: string; reason: string; origin: string },
): Promise<ReportEvidence> {
  const viewer = requireMay(asker, 'report:evidence')
  const reason = requireText('reason', given, reasonLength)
  const report = await findReport(platform, requireUuid(id, 'report'))
  if (!report || !mayOpenEvidence(viewer, report)) throw notFound('report')
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: actingRole(viewer, 'report:evidence'),
    origin,
    action: 'READ_REPORTER',
    recordType: 'EmployerReport',
    recordId: id,
    reason,
  })
  const content = await findReporter(platform, id)
  const person = content && (await findIndividual(platform, content.individualId))
  if (!person) throw notFound('report')
  const { name } = platform.vault.open<{ name: string }>(person.personal)
  return { ...content, report, name, idMasked: person.idMasked }
}

/** The person's own report, with what they said. Throws NOT_FOUND for anybody else's. */
export async function readOwnReport(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
): Promise<ReportRow & { own: ReporterContent }> {
  const { individualId } = requireMay(asker, 'report:follow')
  const own = isUuid(id) ? await findReporter(platform, id) : undefined
  const report = own?.individualId === individualId ? await findReport(platform, id) : undefined
  if (!own || !report) throw notFound('report')
  return { ...report, own }
}

addAttachmentSubject('EMPLOYER_REPORT', {
  permission: 'report:evidence',
  owner: async (platform, id) => ((await findReport(platform, id)) ? {} : undefined),
  async mayRead(platform, viewer, id) {
    if (viewer.kind === 'INSURED') return isReporter(platform, viewer.individualId, id)
    const report = await findReport(platform, id)
    return report !== undefined && mayOpenEvidence(viewer, report)
  },
})
