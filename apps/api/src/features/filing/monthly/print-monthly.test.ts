import { LANGUAGES } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { addUnit, somebody } from '../../../testing/filing/review/review-fixture.ts'
import { givenOffice } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { createTypstCompiler } from '../../register/paper/typst-compiler.ts'
import { monthlyPaper } from './monthly-paper.ts'
import { addMonthlyDocuments } from './monthly.routes.ts'
import { openMonthly } from './open-monthly.ts'
import { loadMonthlyPaper } from './print-monthly.ts'
import { saveMonthlyChanges } from './save-changes.ts'
import { withdrawMonthly } from './step-monthly.ts'
import { submitMonthly } from './submit-monthly.ts'

let platform: TestPlatform
let app: FastifyInstance
let clerk: Viewer
let viewer: Viewer | undefined
let declarationId: string
let formNo: string
const origin = 'test'
const [stays, joins] = [somebody(9_701, '印一', 900_000), somebody(9_702, '印二', 800_000)]

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  platform.clock.set('2026-11-05T10:00:00+08:00')
  const unit = await addUnit(platform, [stays])
  clerk = employerViewer(unit.employerId)
  const opened = await openMonthly(platform, clerk, { filing: 'REGULAR', period: undefined, origin })
  if (opened.kind !== 'opened') throw new Error(opened.reason)
  declarationId = opened.declaration.id
  const { name, idNumber } = joins
  await saveMonthlyChanges(platform, clerk, {
    declarationId,
    expectedRevision: 0,
    origin,
    changes: [
      {
        draft: {
          changeType: 'ADD_NEW',
          name,
          idNumber,
          insurances: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
          householdType: 'LOCAL_URBAN',
          employmentForm: 'CONTRACT',
          hireDate: '2026-11-02',
          effectivePeriod: '2026-11',
          monthlyWage: fen(800_000),
        },
      },
    ],
  })
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addMonthlyDocuments] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const form = (lang = 'zh-CN', version = 1) =>
  app.inject({ method: 'GET', url: `/documents/monthly/${declarationId}/${version}.pdf?lang=${lang}` })

describe('the printed form of a month', () => {
  it('is there only once it was handed in, and only for the unit itself, in both languages', async () => {
    viewer = clerk
    expect((await form()).statusCode).toBe(404)
    const submitted = await submitMonthly(platform, clerk, {
      declarationId,
      revision: 1,
      idempotencyKey: crypto.randomUUID(),
      truthDeclared: true,
      signer: '王建国',
      origin,
    })
    if (submitted.kind !== 'submitted') throw new Error(JSON.stringify(submitted))
    formNo = submitted.version.formNo
    for (const [who, status] of [
      [undefined, 401],
      [employerViewer(crypto.randomUUID()), 404],
      [staffViewer(['REVIEWER']), 404],
    ] as const) {
      viewer = who
      expect((await form()).statusCode).toBe(status)
    }
    viewer = clerk
    expect((await form('zh-CN', 2)).statusCode).toBe(404)
    for (const language of LANGUAGES) {
      const answer = await form(language)
      expect(answer.headers['content-disposition']).toContain(`${formNo}.pdf`)
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  it('carries number, hash, unit, changes and the warning, and leads to what anybody may check', async () => {
    const source = await loadMonthlyPaper(platform, clerk, { declarationId, version: 1 })
    const typeset = createTypstCompiler()
    for (const language of LANGUAGES) {
      const { changes, ...data } = monthlyPaper(source, language)
      const template = 'filing/monthly/monthly-form.typ'
      const document = typeset({ template, data, list: changes, createdAtSeconds: 0 })
      const warning = ['未加盖单位公章无效', 'Not valid without seal']
      expect(document.query('<content>')).toMatchObject([
        { value: { number: formNo, hash: source.version.contentHash, changes: 1, warning } },
      ])
      expect(changes.rows[0]).toContain(joins.idNumber)
      expect(data.mark.qrSvg).toContain('<svg')
    }
    const verified = `query($c: String!) { verifyDocument(code: $c) { kind number status concerning people } }`
    const [document] = await platform.database.prisma.document.findMany({ where: { subjectId: declarationId } })
    const seen = await ask(platform, undefined, verified, { c: document?.verifyCode ?? '' })
    const kind = 'MONTHLY_DECLARATION_FORM'
    expect(seen.data).toEqual({
      verifyDocument: { kind, number: formNo, status: 'CURRENT', concerning: '2026-11', people: 1 },
    })
    const receipt = `query($id: ID!) { monthlyDeclaration(id: $id) { receipt { verifyCode } } papers { edges { node { kind number } } } }`
    const shown = JSON.stringify((await ask(platform, clerk, receipt, { id: declarationId })).data)
    expect(shown).toContain(JSON.stringify({ kind, number: formNo }))
    expect(shown.replaceAll('-', '')).toContain(document?.verifyCode)
    const found = await ask(platform, staffViewer(['OFFICER']), `{ findNumber(number: "${formNo}") { kind id } }`)
    expect(JSON.stringify(found.data)).toContain(JSON.stringify({ kind: 'MONTHLY_DECLARATION', id: declarationId }))
    await withdrawMonthly(platform, clerk, { declarationId, origin })
    const after = await ask(platform, undefined, verified, { c: document?.verifyCode ?? '' })
    expect(after.data).toMatchObject({ verifyDocument: { status: 'WITHDRAWN' } })
  })
})
