import { LANGUAGES, period } from '@shebao/kernel'
import { readParameterTable, writeParameterTable } from '@shebao/intake'
import type { ParameterRow } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openPolicyFixture, proposedRow, region } from '../../../testing/money/policy/policy-fixture.ts'
import type { PolicyFixture } from '../../../testing/money/policy/policy-fixture.ts'
import { importProposal } from './import-proposal.ts'
import { addParameterExports } from './parameter-exports.route.ts'
import { listRegionRows } from './published.repository.ts'

let office: PolicyFixture
beforeAll(async () => {
  office = await openPolicyFixture()
})
afterAll(() => office.close())

const bring = (rows: readonly ParameterRow[]) =>
  importProposal(office.platform, office.officer, {
    title: '导入',
    text: JSON.stringify({ format: 'shebao-parameters/1', rows }),
    origin: 'test',
  })
async function downloaded(path: string, viewer: Viewer | undefined = staffViewer(['AUDITOR'])) {
  const app = await createServer(office.platform, { findViewer: async () => viewer, routes: [addParameterExports] })
  try {
    return await app.inject(path)
  } finally {
    await app.close()
  }
}
const rowsOf = (bytes: Uint8Array, name: string): readonly ParameterRow[] => {
  const table = readParameterTable(bytes, name)
  return table.ok ? table.rows : []
}

describe('parameters as a table', () => {
  it('are for staff, and refuse a language that is none', async () => {
    for (const name of ['parameters.xlsx', 'parameters.csv', 'parameter-template.xlsx', 'parameter-template.csv']) {
      const path = `/policy/${name}?region=110000`
      expect((await downloaded(path, employerViewer(crypto.randomUUID()))).statusCode).toBe(403)
      expect((await downloaded(`${path}&language=fr`)).statusCode).toBe(400)
      expect((await downloaded(path)).headers['content-disposition']).toContain(name.split('.')[1])
    }
    expect((await downloaded('/policy/parameters.csv?region=Beijing')).statusCode).toBe(400)
  })

  it.each(LANGUAGES.flatMap((language) => ['xlsx', 'csv'].map((format) => [language, format] as const)))(
    'come back in %s from %s without a change',
    async (language, format) => {
      const answer = await downloaded(`/policy/parameters.${format}?region=110000&language=${language}`)
      const rows = rowsOf(answer.rawPayload, `x.${format}`)
      expect(rows).toHaveLength((await listRegionRows(office.platform, region)).length)
      expect(await bring(rows)).toEqual({
        kind: 'refused',
        reason: 'NO_CHANGE',
        detail: String(rows.length),
        problems: [],
      })
    },
  )

  it('begin a proposal with what is new in them and nothing else', async () => {
    const published = (await listRegionRows(office.platform, region)).map(({ row }) => row)
    const next = proposedRow('MINIMUM_WAGE', { value: 270_000, validFrom: period('2027-09') })
    const table = writeParameterTable([...published, next], 'zh-CN', 'xlsx')
    const brought = readParameterTable(table, 'x.xlsx', published)
    expect(brought).toMatchObject({ ok: true, rows: [next] })
    expect(await bring([...published, next])).toMatchObject({
      kind: 'imported',
      proposal: { rows: [{ name: 'MINIMUM_WAGE', value: '270000', validFrom: '2027-09' }] },
    })
  })

  it('are at most as many as a proposal holds, counted without those that are published', async () => {
    const many = Array.from({ length: 301 }, (_, place) => {
      const month = String((place % 12) + 1).padStart(2, '0')
      const at = period(`${2030 + Math.floor(place / 12)}-${month}`)
      return proposedRow('MINIMUM_WAGE', { value: 300_000 + place, validFrom: at, validTo: at })
    })
    const known = (await listRegionRows(office.platform, region)).map(({ row }) => row)
    expect(await bring(many)).toMatchObject({ kind: 'refused', reason: 'TOO_MANY_ROWS', detail: '301' })
    expect(await bring([...known, ...many.slice(1)])).toMatchObject({ kind: 'imported' })
  })
})
