import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employerViewer } from '../../../testing/ask.ts'
import { makePerson, makeUnit } from '../../../testing/filing/comparison/register-fixture.ts'
import { onOfficeSide } from '../../../testing/second-wall.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'
import { loadDraftRows } from './declared-rows.ts'
import { storeRow } from './personnel-row-codec.ts'
import { savePersonnel } from './save-personnel.ts'

let platform: TestPlatform
const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
const migration = readdirSync(folder).find((name) => name.endsWith('_upload_parts')) ?? ''
const run = (text: string, values: unknown[] = []) => platform.database.query({ text }, values)
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** As a part was staged before: a row for each person, in a schema of its own that hides the tables of now. */
async function stageAsBefore(uploadId: string, part: number, rowNos: readonly number[]): Promise<void> {
  await run(`CREATE TABLE IF NOT EXISTS before.personnel_upload_row (upload_id UUID NOT NULL, row_no INTEGER NOT NULL, part INTEGER NOT NULL,
    id_hash BYTEA, id_masked TEXT NOT NULL, name_masked TEXT NOT NULL, personal BYTEA NOT NULL, content JSONB NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL, PRIMARY KEY (upload_id, row_no))`)
  for (const row of rowNos) {
    const { idNumber: _none, ...withoutNumber } = makePerson(row)
    const draft = row === 3 ? withoutNumber : makePerson(row)
    const { idHash, idMasked, nameMasked, personal, content } = storeRow(platform.vault, { row, draft })
    await run('INSERT INTO before.personnel_upload_row VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 1)', [
      uploadId,
      row,
      part,
      idHash,
      idMasked,
      nameMasked,
      personal,
      content,
    ])
  }
}

describe('an upload that is under way when the office is updated', () => {
  it('goes on with the parts that came before', async () => {
    const unit = await makeUnit(platform)
    const sent = {
      declarationId: unit.declarationId,
      expectedRevision: 0,
      uploadId: crypto.randomUUID(),
      mode: 'REPLACE',
      ofParts: 3,
      origin: 'test',
    } as const
    // Of the tables of then, policies know nothing.
    const work = async () => {
      // The first two parts, without rows, are noted as received; their rows lie where they lay before.
      for (const part of [1, 2]) await savePersonnel(platform, unit.viewer, { ...sent, part, rows: [] })
      await run('CREATE SCHEMA before')
      await stageAsBefore(sent.uploadId, 1, [4, 1, 3])
      await stageAsBefore(sent.uploadId, 2, [7])
      await run('SET LOCAL search_path TO before, public')
      await run(readFileSync(join(folder, migration, 'migration.sql'), 'utf8'))

      const repeated = { ...sent, part: 3, rows: [{ row: 7, draft: makePerson(7) }] }
      expect(await savePersonnel(platform, unit.viewer, repeated)).toMatchObject({ code: 'ROW_REPEATED', rows: [7] })
      const last = { ...sent, part: 3, rows: [{ row: 9, draft: makePerson(9) }] }
      expect(await savePersonnel(platform, employerViewer(unit.employerId), last)).toMatchObject({ finished: true })
      const { idNumber: _none, ...third } = makePerson(3)
      expect(await loadDraftRows(platform, unit.declarationId)).toEqual([
        { row: 1, draft: makePerson(1) },
        { row: 3, draft: third },
        { row: 4, draft: makePerson(4) },
        { row: 7, draft: makePerson(7) },
        { row: 9, draft: makePerson(9) },
      ])
    }
    await onOfficeSide(() => undone(platform.database, work))
  })

  it('cannot be left with arrays of different lengths', async () => {
    const unit = await makeUnit(platform)
    const uploadId = crypto.randomUUID()
    const rows = [1, 2].map((row) => ({ row, draft: makePerson(row) }))
    const part = {
      declarationId: unit.declarationId,
      expectedRevision: 0,
      uploadId,
      part: 1,
      ofParts: 2,
      origin: 'test',
    }
    await savePersonnel(platform, unit.viewer, { ...part, mode: 'REPLACE', rows })
    for (const shorter of ['row_nos = row_nos[1:1]', 'id_hashes = NULL', "contents = '[]'"])
      await expect(
        undone(platform.database, () =>
          run(`UPDATE personnel_upload_part SET ${shorter} WHERE upload_id = $1`, [uploadId]),
        ),
      ).rejects.toThrow('as_many')
  })
})
