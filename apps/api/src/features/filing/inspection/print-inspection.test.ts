import { LANGUAGES } from '@shebao/declaration-rules'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../graphql/context.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { closePrinting } from '../../register/paper/print-document.ts'
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
  await closePrinting()
  await platform.close()
})

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
      const paper = inspectionPaper(source, language)
      const document = typeset({ template: 'filing/inspection/inspection-form.typ', data: paper, createdAtSeconds: 0 })
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
      expect(paper.people.rows.map((row) => row[2])).toEqual(unit.people.map(({ draft }) => draft.idNumber))
      expect(paper.mark.qrSvg).toContain('<svg')
    }
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
    expect(await platform.database.prisma.declarationEvent.count({ where: { declarationId, action: 'PRINT' } })).toBe(1)
  })
})
