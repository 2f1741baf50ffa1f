import type { Platform } from '../../../platform/platform.ts'

/**
 * Enrolments that a table brought and nothing stands on, and whose units they were. They go for good: what was brought, by whom,
 * and that it was taken back is kept with the import, and a unit or person that was only ever brought by mistake can go as well.
 */
export async function removeImportedEnrolments({ database }: Platform, importId: string): Promise<string[]> {
  const gone = await database.query<{ employerId: string }>(
    {
      name: 'register-remove-imported-enrolments',
      text: `WITH gone AS (DELETE FROM enrolment WHERE source = 'IMPORT' AND source_id = $1 RETURNING employer_id)
        SELECT DISTINCT employer_id AS "employerId" FROM gone`,
    },
    [importId],
  )
  return gone.map(({ employerId }) => employerId)
}
