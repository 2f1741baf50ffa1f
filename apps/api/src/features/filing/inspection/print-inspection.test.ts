import { LANGUAGES } from '@shebao/declaration-rules'
import type { Language } from '@shebao/declaration-rules'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { readTaggedTable } from '../../../testing/read-tagged-table.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { createTypstCompiler } from '../../register/paper/typst-compiler.ts'
import { acceptDeclaration } from '../review/accept-declaration.ts'
import { inspectionPaper } from './inspection-paper.ts'
import { addInspectionDocuments } from './inspection.routes.ts'
import { loadInspectionPaper } from './print-inspection.ts'
import { startReview } from '../review/review-declaration.ts'

let platform: TestPlatform
let unit: GivenUnit
let app: FastifyInstance
let declarationId: string
let viewer: Viewer | undefined

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  unit = await givenUnit(platform, { seed: 95, people: 40 })
  declarationId = await completeDraft(platform, unit)
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addInspectionDocuments] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const template = 'filing/inspection/inspection-form.typ'
/** A space at the end of a line is not drawn; lines are told apart by a stroke. */
const withoutSpaces = (text: string) => text.replaceAll(/[ |]/g, '')
const get = (path: string) => app.inject({ method: 'GET', url: path })
const form = (version = 1, lang = 'zh-CN') => get(`/documents/inspection/${declarationId}/${version}.pdf?lang=${lang}`)

describe('the printed form', () => {
  it('is there only after submission, and only for the unit itself', async () => {
    viewer = unit.clerk
    expect((await form()).statusCode).toBe(404)
    await submit(platform, unit, declarationId)
    for (const [who, status] of [
      [undefined, 401],
      [employerViewer(crypto.randomUUID()), 404],
      [staffViewer(['REVIEWER']), 404],
      [{ ...unit.clerk, stage: 'MUST_CHANGE_PASSWORD' as const }, 401],
    ] as const) {
      viewer = who
      expect((await form()).statusCode).toBe(status)
    }
    viewer = unit.clerk
    expect((await form(2)).statusCode).toBe(404)
    expect((await get(`/documents/inspection/nonsense/1.pdf`)).statusCode).toBe(404)
    expect((await get(`/documents/inspection/${declarationId}/0x1.pdf`)).statusCode).toBe(404)
  })

  it('comes as PDF in both languages, named by its form number', async () => {
    viewer = unit.clerk
    for (const language of LANGUAGES) {
      const answer = await form(1, language)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toBe('application/pdf')
      expect(answer.headers['content-disposition']).toContain('NJ2026-1101080095-01.pdf')
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
      expect(answer.rawPayload.length).toBeGreaterThan(20_000)
    }
  })

  it('carries number, hash, people and the warning in both languages, and page after page', async () => {
    const source = await loadInspectionPaper(platform, unit.clerk, { declarationId, version: 1 })
    const typeset = createTypstCompiler()
    for (const language of LANGUAGES) {
      const { people, ...form } = inspectionPaper(source, language)
      const document = typeset({ template, data: form, list: people, createdAtSeconds: 0 })
      expect(document.query('<content>')).toMatchObject([
        {
          value: {
            number: 'NJ2026-1101080095-01',
            hash: source.version.contentHash,
            people: 40,
            warning: ['未加盖单位公章无效', 'Not valid without seal'],
          },
        },
      ])
      expect(document.title).toContain('2026')
      expect(document.pages).toBeGreaterThanOrEqual(3)
      expect(people.rows.map((row) => row[2])).toEqual(unit.people.map(({ draft }) => draft.idNumber))
      expect(form.mark.qrSvg).toContain('<svg')
    }
  })

  describe('of a large unit', () => {
    const typeset = createTypstCompiler()
    const people = makeCompleteDeclaration(44, 160).personnel.map(({ draft }, index) => ({ row: index + 2, draft }))
    people[7] = { row: 9, draft: { ...people[7]?.draft, name: '阿卜杜拉·买买提明 WOJCIECH' } }
    const paperOf = async (language: Language, rows = people) => {
      const source = await loadInspectionPaper(platform, unit.clerk, { declarationId, version: 1 })
      const { people: list, ...data } = inspectionPaper({ ...source, rows }, language)
      return { list, document: typeset({ template, data, list, createdAtSeconds: 0 }) }
    }

    it.each(LANGUAGES)(
      'is read out by a screen reader person by person, cell by cell, under one header (%s)',
      async (language) => {
        const { list, document } = await paperOf(language)
        const { rows, parts, before } = await readTaggedTable(await document.pdf())
        expect(before.at(-1)).toBe('H2')
        expect(parts).toEqual(['THead', ...list.rows.map(() => 'TBody'), 'TBody'])
        const texts = rows.map((row) => row.map(({ text }) => withoutSpaces(text)))
        expect(texts).toEqual([list.headers, ...list.rows, list.total ?? []].map((row) => row.map(withoutSpaces)))
        const kinds = new Set(rows.slice(1).flatMap((row) => row.map(({ kind }) => kind)))
        expect([new Set(rows[0]?.map(({ kind }) => kind)), kinds]).toEqual([new Set(['TH']), new Set(['TD'])])
      },
    )

    it('has as many pages if Typst sets the list, and is the same file each time', async () => {
      const { document } = await paperOf('zh-CN')
      const typst = await paperOf('zh-CN', people.with(0, { row: 2, draft: { ...people[0]?.draft, name: '𠮷野' } }))
      expect(typst.document.pages).toBe(document.pages)
      const [once, again] = [await document.pdf(), await (await paperOf('zh-CN')).document.pdf()]
      expect(Buffer.from(once).equals(again)).toBe(true)
    })
  })

  it('leads to what anybody may check, without personal data', async () => {
    const [document] = await platform.database.prisma.document.findMany({ where: { subjectId: declarationId } })
    const query = `query($c: String!) { verifyDocument(code: $c) { kind number version contentHash status unitName concerning people total } }`
    const typed = (document?.verifyCode.match(/.{4}/g) ?? []).join('-').toLowerCase()
    const { data } = await ask(platform, undefined, query, { c: ` ${typed} ` })
    expect(data).toEqual({
      verifyDocument: {
        kind: 'ANNUAL_INSPECTION_FORM',
        number: 'NJ2026-1101080095-01',
        version: 1,
        contentHash: document?.contentHash,
        status: 'CURRENT',
        unitName: '北京明远科技有限公司',
        concerning: '2026',
        people: 40,
        total: null,
      },
    })
    for (const wrong of ['', 'ABCD', '2222-2222-2222-2222', 'O'.repeat(16), "' OR 1=1 --"]) {
      expect(await ask(platform, undefined, query, { c: wrong })).toEqual({
        data: { verifyDocument: null },
        errors: [],
      })
    }
  })

  it('printing an accepted declaration is a step of it', async () => {
    const input = { declarationId, version: 1, origin: 'test' }
    await startReview(platform, staffViewer(['OFFICER']), input)
    await acceptDeclaration(platform, staffViewer(['REVIEWER']), input)
    viewer = unit.clerk
    await form()
    expect((await declarationNow(platform, declarationId)).status).toBe('PRINTED')
    await form()
    expect(await platform.database.prisma.caseEvent.count({ where: { caseId: declarationId, event: 'PRINT' } })).toBe(1)
  })
})
