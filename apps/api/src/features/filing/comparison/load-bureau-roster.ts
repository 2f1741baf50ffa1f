import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { canonicalRosterText, insurances } from '@shebao/roster'
import type { PersonnelDraft, RosterMeta } from '@shebao/roster'
import { fen } from '@shebao/kernel'
import { findEnrolled } from './enrolled.repository.ts'
import type { EnrolledPage, EnrolledRow } from './enrolled.repository.ts'

/** One person as the bureau has them. */
export interface BureauPerson {
  enrolmentId: string
  draft: PersonnelDraft
}

/** Everybody the bureau has enrolled with the unit now, or a part of them, in the order they came. */
export async function loadBureauRoster(
  platform: Platform,
  employerId: string,
  page?: EnrolledPage,
): Promise<BureauPerson[]> {
  const rows = await findEnrolled(platform, employerId, page)
  return rows.map((row) => ({ enrolmentId: row.enrolmentId, draft: draftOf(platform, row) }))
}

function draftOf(platform: Platform, row: EnrolledRow): PersonnelDraft {
  const { name, idNumber, mobile } = platform.vault.open<{ name: string; idNumber: string; mobile?: string | null }>(
    row.personal,
  )
  const { idType, sex, birthDate, householdType, employmentForm, hireDate } = row
  return {
    name,
    idType,
    idNumber,
    sex,
    birthDate,
    householdType,
    employmentForm,
    hireDate,
    ...(row.leaveDate === null ? {} : { leaveDate: row.leaveDate }),
    ...(mobile ? { mobile } : {}),
    statedMonthlyAverage: fen(Number(row.averageWage)),
    participation: Object.fromEntries(insurances.map((insurance) => [insurance, row[insurance]])),
  }
}

/** What heads a downloaded roster: its version, and a hash of its content that anyone can work out again. */
export function rosterMeta(people: readonly BureauPerson[], version: number, unitCode: string): RosterMeta {
  return { version, contentHash: contentHash(canonicalRosterText(people.map(({ draft }) => draft))), unitCode }
}
