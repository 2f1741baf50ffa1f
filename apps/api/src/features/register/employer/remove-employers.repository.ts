import type { Platform } from '../../../platform/platform.ts'

/** Units that a table brought and nothing stands on, with what was recorded of them; what does refuses it by its reference. */
export async function removeEmployers({ database }: Platform, ids: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'register-remove-particulars',
      text: 'DELETE FROM employer_particulars WHERE employer_id = ANY($1::uuid[])',
    },
    [ids],
  )
  await database.query({ name: 'register-remove-employers', text: 'DELETE FROM employer WHERE id = ANY($1::uuid[])' }, [
    ids,
  ])
}

/** New roster versions for many units, which are locked by it until the transaction ends. */
export async function countRosterVersionsUp({ database }: Platform, employerIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'register-roster-versions',
      text: 'UPDATE employer SET roster_version = roster_version + 1 WHERE id = ANY($1::uuid[])',
    },
    [employerIds],
  )
}
