import { openWorkbook } from '@shebao/roster'
import { importKinds } from '@shebao/intake'
import type { ColumnLayout, ImportKind } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../../../server.ts'
import { serverParts } from '../../../server-parts.ts'
import { staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addOffice } from '../../../testing/readers.ts'
import type { UploadOutcome } from './upload-import.ts'

let platform: TestPlatform
let app: FastifyInstance
beforeAll(async () => {
  platform = await openTestPlatform()
  await addOffice(platform)
  app = await createServer(platform, { ...serverParts, findViewer: async () => staffViewer(['OFFICER']) })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

interface Bringing {
  kind?: ImportKind
  layout?: ColumnLayout
  asks?: boolean
}

async function bring(text: string, { kind = 'PEOPLE', layout, asks }: Bringing = {}) {
  const query = new URLSearchParams({ kind, name: 'x.csv' })
  if (layout) query.set('layout', JSON.stringify(layout))
  if (asks) query.set('asks', 'yes')
  const answer = await app.inject({
    method: 'POST',
    url: `/register/imports?${query.toString()}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  })
  return { status: answer.statusCode, outcome: answer.json<UploadOutcome>() }
}

const columnsOf = async (outcome: UploadOutcome) =>
  'id' in outcome
    ? (await platform.database.prisma.registerImport.findUniqueOrThrow({ where: { id: outcome.id } })).columns
    : undefined

const layout = { 甲列: 'name', 乙列: 'idNumber', 丙列: null }
const day = (last: string) => `甲列,乙列,丙列\n张三三,${last},13900000001\n`

describe('a table with heads that nobody knows', () => {
  it('is answered with its heads and disguised samples, and nothing of it is kept', async () => {
    const { outcome } = await bring(day('110105199001010010'))
    expect(outcome).toEqual({
      kind: 'MISSING_COLUMNS',
      columns: ['name', 'idNumber'],
      unknown: ['甲列', '乙列', '丙列'],
      heads: [
        { header: '甲列', takenFor: null, samples: ['张三三'] },
        { header: '乙列', takenFor: null, samples: ['110***10'] },
        { header: '丙列', takenFor: null, samples: ['139***01'] },
      ],
    })
    expect(await platform.database.prisma.registerImport.count()).toBe(0)
  })

  it('is taken as somebody says, and so is the next one with the same heads, in whatever order', async () => {
    const { outcome } = await bring(day('110105199001010010'), { layout })
    expect(outcome).toMatchObject({ kind: 'UPLOADED' })
    expect(await columnsOf(outcome)).toEqual([
      { key: 'name', header: '甲列' },
      { key: 'idNumber', header: '乙列' },
    ])
    const next = await bring('丙列,乙列,甲列\n13900000002,110105199202020020,李四四\n')
    expect(next.outcome).toMatchObject({ kind: 'UPLOADED' })
    expect(await columnsOf(next.outcome)).toEqual([
      { key: 'idNumber', header: '乙列' },
      { key: 'name', header: '甲列' },
    ])
  })

  it('is said anew when it was said wrongly, and what was said is for that kind of table alone', async () => {
    const text = day('110105199303030033')
    const asked = await bring(text, { asks: true })
    expect(asked.outcome).toMatchObject({
      kind: 'MISSING_COLUMNS',
      columns: [],
      heads: [{ takenFor: 'name' }, { takenFor: 'idNumber' }, { takenFor: null }],
    })
    const better = await bring(text, { layout: { ...layout, 丙列: 'mobile' } })
    expect(await columnsOf(better.outcome)).toContainEqual({ key: 'mobile', header: '丙列' })
    const others = importKinds.filter((kind) => kind !== 'PEOPLE')
    for (const kind of others) expect((await bring(text, { kind })).outcome).toMatchObject({ kind: 'MISSING_COLUMNS' })
  })

  it.each([
    [{ 甲列: 'name', 乙列: 'name' }, 'COLUMN_TWICE'],
    [{ 甲列: 'secret' }, 'UNKNOWN_COLUMN'],
  ])('is not taken as %j', async (wrong, error) => {
    const { status, outcome } = await bring(day('110105199404040046'), { layout: wrong })
    expect([status, outcome]).toEqual([400, expect.objectContaining({ error, field: 'layout' })])
  })

  it('that is empty below its heads is told so', async () => {
    expect((await bring('甲列,乙列\n')).outcome).toMatchObject({ kind: 'REFUSED' })
  })
})

describe('the report of a table', () => {
  it('is the same as CSV and as a spreadsheet, beyond one page, and runs no formula', async () => {
    const rows = Array.from({ length: 5100 }, (_, index) => `=1+${index},110105199001010010,${13_900_100_000 + index}`)
    const { outcome } = await bring(`姓名,证件号码,手机号码\n${rows.join('\n')}\n`)
    if (outcome.kind !== 'UPLOADED') throw new Error(JSON.stringify(outcome))
    const get = async (format: string) => {
      const answer = await app.inject({ url: `/register/imports/report.${format}?id=${outcome.id}&language=en` })
      const read = openWorkbook(new Uint8Array(answer.rawPayload), `report.${format}`)
      if (!read.ok) throw new Error(read.problem.code)
      return read.workbook.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
    }
    const [csv, xlsx] = [await get('csv'), await get('xlsx')]
    expect(new Set(xlsx.slice(1).map(([row]) => row)).size).toBe(5100)
    expect(csv.map(([row]) => row)).toEqual(xlsx.map(([row]) => row))
    expect(csv.flat().some((text) => text.startsWith('='))).toBe(false)
    // It shows people, if masked: each taking stands in the trail.
    const taken = { action: 'READ_IMPORT_REPORT', recordId: outcome.id }
    expect(await platform.database.prisma.auditEvent.count({ where: taken })).toBe(2)
  })
})
