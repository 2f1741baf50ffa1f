import type { DataClient } from '../../../shared/data/data-client.ts'
import { RemovePersonnelRecordsDocument } from './personnel.generated.ts'
import type { UploadOutcome } from './upload-list.ts'

/** Takes people off the list at the office, all or none. */
export async function removePeople(
  client: DataClient,
  declarationId: string,
  expectedRevision: number,
  rowNos: readonly number[],
): Promise<UploadOutcome> {
  const variables = { declarationId, expectedRevision, rowNos: [...rowNos] }
  const { data } = await client.mutate({ mutation: RemovePersonnelRecordsDocument, variables })
  const result = data?.removePersonnelRecords
  if (result?.__typename === 'PersonnelSaved') return { kind: 'saved', revision: result.revision }
  if (result?.__typename === 'PersonnelConflict') return { kind: 'conflict', revision: result.revision }
  if (result?.__typename === 'PersonnelRefused') return { kind: 'refused', code: result.code, rows: result.rows }
  throw new Error('no answer')
}
