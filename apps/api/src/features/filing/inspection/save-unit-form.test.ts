import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import {
  completeDraft,
  declarationNow,
  givenOffice,
  givenUnit,
  openDraft,
  submit,
} from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { bumpPersonnelRevision } from '../declaration/index.ts'
import { openInspection } from '../declaration/open-inspection.ts'
import { declarationInFull } from './declaration-view.ts'
import { saveUnitForm } from './save-unit-form.ts'
import { openUnitForm } from '../declaration/unit-form-store.ts'

let platform: TestPlatform
let unit: GivenUnit
let seed = 40

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  unit = await givenUnit(platform, { seed: (seed += 1) })
})

const save = (declarationId: string, expectedRevision: number, changes: unknown) =>
  saveUnitForm(platform, unit.clerk, { declarationId, expectedRevision, changes })
const formOf = async (id: string) => openUnitForm(platform.vault, await declarationNow(platform, id)).draft

describe('opening the inspection', () => {
  it('fills in what the register knows, once', async () => {
    const [first, second] = await Promise.all([openDraft(platform, unit), openDraft(platform, unit)])
    expect(second).toBe(first)
    expect(await formOf(first)).toMatchObject({
      year: 2026,
      unitName: '北京明远科技有限公司',
      unitType: 'ENTERPRISE',
      bankAccountNumber: unit.answers['bankAccountNumber'],
    })
    expect(await platform.database.prisma.caseEvent.count({ where: { caseId: first } })).toBe(1)
  })

  it('says what the register says now, whatever it said when the draft was opened', async () => {
    const id = await openDraft(platform, unit)
    const renamed = { name: '北京明远科技（集团）有限公司' }
    await platform.database.prisma.employer.update({ where: { id: unit.employerId }, data: renamed })
    const view = await declarationInFull(platform, unit.clerk, await declarationNow(platform, id))
    expect(view.unit.unitName).toBe(renamed.name)
    expect(view.issues.filter(({ ruleId }) => ruleId === 'unit.register.differs')).toEqual([])
  })

  it('says of one part what stands there', async () => {
    const id = await openDraft(platform, unit)
    const asked = `{ declaration(id: "${id}") {
      all: issues { path } form: issues(part: UNIT_FORM) { path } few: issues(part: UNIT_FORM, first: 2) { path } } }`
    const { data } = await ask(platform, unit.clerk, asked)
    const { all, form, few } = (data as Record<string, Record<'all' | 'form' | 'few', { path: string }[]>>)[
      'declaration'
    ]!
    const ofForm = all.filter(({ path }) => path.startsWith('unit.'))
    expect(ofForm.length).toBeGreaterThan(2)
    expect(ofForm.length).toBeLessThan(all.length)
    expect([form, few]).toEqual([ofForm, ofForm.slice(0, 2)])
  })

  it('waits for the window', async () => {
    await platform.database.prisma.office.updateMany({
      data: { settings: { inspection: { opensOn: '2026-03-01', closesOn: '2026-06-30', paperDays: 15 } } },
    })
    try {
      platform.clock.set('2026-02-28T23:00:00+08:00')
      expect(await openInspection(platform, unit.clerk)).toMatchObject({
        kind: 'refused',
        reason: 'WINDOW_NOT_OPEN',
        opensOn: '2026-03-01',
      })
      platform.clock.set('2026-07-01T00:00:00+08:00')
      const { employerId } = unit
      const registered = (registeredOn: string) =>
        platform.database.prisma.employer.update({ where: { id: employerId }, data: { registeredOn } })
      await registered('2026-07-01')
      expect(await openInspection(platform, unit.clerk)).toMatchObject({
        kind: 'refused',
        reason: 'WINDOW_CLOSED',
        closesOn: '2026-06-30',
      })
      await registered('2026-06-30')
      expect((await openInspection(platform, unit.clerk)).kind).toBe('opened')
    } finally {
      await platform.database.prisma.office.updateMany({
        data: { settings: { inspection: { opensOn: '2026-01-01', closesOn: '2026-12-31', paperDays: 15 } } },
      })
    }
  })
})

describe('saving the unit form', () => {
  it('keeps incomplete and even unreadable answers, and takes answers away', async () => {
    const id = await openDraft(platform, unit)
    expect(
      await save(id, 0, { staffTotal: 0, 'insuredCount.PENSION': 3, 'raw.staffLocal': '三人', handlerPhone: '138' }),
    ).toMatchObject({ kind: 'saved' })
    expect(await formOf(id)).toMatchObject({
      staffTotal: 0,
      insuredCount: { PENSION: 3 },
      raw: { staffLocal: '三人' },
      handlerPhone: '138',
    })
    await save(id, 1, { staffLocal: 3, 'raw.staffLocal': null })
    expect(await formOf(id)).not.toHaveProperty('raw')
  })

  it('merges two clerks who changed different answers', async () => {
    const id = await openDraft(platform, unit)
    await save(id, 0, { handlerName: '李静' })
    expect(await save(id, 0, { retirees: 2 })).toMatchObject({
      kind: 'saved',
      mergedPaths: ['handlerName'],
      declaration: { unitRevision: 2 },
    })
    expect(await formOf(id)).toMatchObject({ handlerName: '李静', retirees: 2 })
  })

  it('names each answer both changed differently, and saves nothing of that call', async () => {
    const id = await openDraft(platform, unit)
    await save(id, 0, { retirees: 1, handlerName: '李静' })
    const outcome = await save(id, 0, { retirees: 2, handlerName: '李静', staffTotal: 9 })
    expect(outcome).toMatchObject({
      kind: 'conflict',
      conflicts: [{ path: 'retirees', mine: 2, theirs: 1 }],
      declaration: { unitRevision: 1 },
    })
    expect(await formOf(id)).not.toHaveProperty('staffTotal')
    expect(await save(id, 1, { retirees: 2, staffTotal: 9 })).toMatchObject({ kind: 'saved' })
  })

  it('says who changed which part last, and when, to those who write in it alone', async () => {
    const id = await openDraft(platform, unit)
    const last =
      '{ declaration(id: "ID") { form: lastSaved(part: UNIT_FORM) { name at mine } list: lastSaved(part: LIST) { name } } }'
    const lastSaved = (viewer: Viewer) => ask(platform, viewer, last.replace('ID', id))
    expect(await lastSaved(unit.clerk)).toMatchObject({ data: { declaration: { form: null, list: null } }, errors: [] })
    const account = (displayName: string, accountId: string) =>
      platform.database.prisma.account.create({
        data: { id: accountId, kind: 'EMPLOYER', displayName, passwordHash: '' },
      })
    const colleague = employerViewer(unit.employerId)
    await account('周敏', colleague.accountId)
    const changes = { retirees: 1 }
    await saveUnitForm(platform, colleague, { declarationId: id, expectedRevision: 0, changes })
    const saved = { name: '周敏', at: '2026-11-23T02:00:00.000Z' }
    expect((await lastSaved(unit.clerk)).data).toMatchObject({
      declaration: { form: { ...saved, mine: false }, list: null },
    })
    expect((await lastSaved(colleague)).data).toMatchObject({ declaration: { form: { ...saved, mine: true } } })
    await bumpPersonnelRevision(platform, id, colleague.accountId)
    expect((await lastSaved(unit.clerk)).data).toMatchObject({ declaration: { list: { name: '周敏' } } })
    const reader = employerViewer(unit.employerId, { duties: [] })
    expect(await lastSaved(reader)).toMatchObject({
      data: { declaration: { form: null } },
      errors: ['FORBIDDEN', 'FORBIDDEN'],
    })
  })

  it('two saves in the same moment on the same revision: one of them is told', async () => {
    const id = await openDraft(platform, unit)
    const outcomes = await Promise.all([save(id, 0, { retirees: 1 }), save(id, 0, { retirees: 2 })])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved'])
  })

  it('refuses another shape, unknown answers and what nobody types', async () => {
    const id = await openDraft(platform, unit)
    for (const changes of [
      { staffTotal: '九' },
      { nothing: 1 },
      { unitName: 'x' },
      { averageBaseThisYear: 1 },
      [],
      null,
      { 'insuredCount.DENTAL': 1 },
    ]) {
      await expect(save(id, 0, changes)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    }
    expect((await declarationNow(platform, id)).unitRevision).toBe(0)
  })

  it('is refused while the office has it, and for anybody else', async () => {
    const id = await completeDraft(platform, unit)
    await submit(platform, unit, id)
    expect(await save(id, 1, { retirees: 5 })).toMatchObject({ kind: 'refused', reason: 'ALREADY_SUBMITTED' })
    await expect(
      saveUnitForm(platform, employerViewer(crypto.randomUUID()), {
        declarationId: id,
        expectedRevision: 1,
        changes: {},
      }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })
})
