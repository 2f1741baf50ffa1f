import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/** People of a notice who pay the same for an insurance. Amounts are those of one of them. */
export interface NoticeGroup {
  insurance: FiveInsurance
  people: number
  base: Fen
  employer: Fen
  personal: Fen
  /** Average wage of one of them. */
  example: Fen
}

interface GroupRow {
  insurance: FiveInsurance
  people: number
  base: bigint
  employer: bigint
  personal: bigint
  example: bigint
}

/** All groups of all insurances in one pass over the people of the notice, the largest first. */
export async function listNoticeGroups({ database }: Platform, noticeId: string): Promise<NoticeGroup[]> {
  const rows = await database.query<GroupRow>(
    {
      name: 'billing-notice-groups',
      text: `SELECT line.insurance, count(*)::int AS people, line.base, line.employer, line.personal,
        min(month.average_wage) AS example
      FROM premium_payment month
      CROSS JOIN LATERAL (VALUES
        ('PENSION', pension_base, pension_employer, pension_personal),
        ('MEDICAL', medical_base, medical_employer, medical_personal),
        ('UNEMPLOYMENT', unemployment_base, unemployment_employer, unemployment_personal),
        ('WORK_INJURY', work_injury_base, work_injury_employer, 0),
        ('MATERNITY', maternity_base, maternity_employer, 0)) line(insurance, base, employer, personal)
      WHERE month.notice_id = $1 AND (line.base <> 0 OR line.employer <> 0 OR line.personal <> 0)
      GROUP BY line.insurance, line.base, line.employer, line.personal ORDER BY people DESC, line.base`,
    },
    [noticeId],
  )
  return rows.map((row) => ({
    insurance: row.insurance,
    people: row.people,
    base: fen(Number(row.base)),
    employer: fen(Number(row.employer)),
    personal: fen(Number(row.personal)),
    example: fen(Number(row.example)),
  }))
}
