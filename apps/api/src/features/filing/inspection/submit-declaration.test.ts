import { ruleSetHash } from '@shebao/declaration-rules'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
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
import { loadVersionRows } from '../personnel/declared-rows.ts'
import { hashContent, hashLines } from '../declaration/content-hash.ts'
import { loadFrozenVersion } from '../personnel/frozen-version.ts'
import { findVersion } from '../declaration/declaration.repository.ts'
import { saveUnitForm } from './save-unit-form.ts'
import { submitDeclaration } from './submit-declaration.ts'
import { openUnitForm } from '../declaration/unit-form-store.ts'

let platform: TestPlatform
let unit: GivenUnit
let seed = 10

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  unit = await givenUnit(platform, { seed: (seed += 1) })
})

describe('submitting', () => {
  it('freezes form and people as version 1 with the rules that judged them', async () => {
    const declarationId = await completeDraft(platform, unit)
    const outcome = await submit(platform, unit, declarationId)
    expect(outcome).toMatchObject({ kind: 'submitted', declaration: { status: 'SUBMITTED', version: 1 } })
    const version = await findVersion(platform, declarationId, 1)
    if (!version) throw new Error('no version')
    expect(version).toMatchObject({ people: 3, ruleSetHash: ruleSetHash(), submittedBy: unit.clerk.accountId })
    const { draft } = openUnitForm(platform.vault, version)
    expect(draft).toMatchObject({ truthDeclared: true, signer: '王建国', signedDate: '2026-11-23' })
    const rows = await loadVersionRows(platform, declarationId, 1)
    expect(rows.map(({ draft: person }) => person.idNumber)).toEqual(
      unit.people.map(({ draft: person }) => person.idNumber),
    )
    expect(hashLines({ formNo: version.formNo, unit: draft, rows })).toBe(version.contentHash)
    expect(await hashContent(version.formNo, await loadFrozenVersion(platform, version))).toBe(version.contentHash)
  })

  it('keeps numbers and names out of the readable columns', async () => {
    const declarationId = await completeDraft(platform, unit)
    await submit(platform, unit, declarationId)
    const [dump] = await platform.database.query<{ text: string }>(
      {
        text: `SELECT (SELECT json_agg(v)::text FROM declaration_version v WHERE declaration_id = $1)
        || (SELECT json_agg(d)::text FROM declaration d WHERE id = $1) || (SELECT json_agg(p)::text FROM personnel_record p WHERE declaration_id = $1)
        || (SELECT json_agg(a)::text FROM audit_event a) AS text`,
      },
      [declarationId],
    )
    for (const secret of [
      unit.answers['legalRepresentativeIdNumber'],
      unit.answers['handlerPhone'],
      unit.answers['bankAccountNumber'],
      unit.people[0]?.draft.idNumber,
      unit.people[0]?.draft.mobile,
    ]) {
      expect(secret).toBeTypeOf('string')
      expect(dump?.text).not.toContain(secret)
    }
  })

  it('pressed twice gives the same receipt, also at the same moment', async () => {
    const declarationId = await completeDraft(platform, unit)
    const [first, second] = await Promise.all([
      submit(platform, unit, declarationId),
      submit(platform, unit, declarationId),
    ])
    const third = await submit(platform, unit, declarationId)
    const receipts = [first, second, third].map((outcome) =>
      outcome.kind === 'submitted' ? outcome.version.contentHash : outcome.kind,
    )
    expect(new Set(receipts).size).toBe(1)
    expect((await declarationNow(platform, declarationId)).version).toBe(1)
    expect(await platform.database.prisma.declarationVersion.count({ where: { declarationId } })).toBe(1)
  })

  it('says everything that is missing at once and changes nothing', async () => {
    const declarationId = await openDraft(platform, unit)
    const outcome = await submit(platform, unit, declarationId)
    if (outcome.kind !== 'incomplete') throw new Error(outcome.kind)
    const errors = outcome.issues.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['unit.handlerName', 'unit.staffTotal', 'personnel.*.list', 'comparison.rosterVersion']),
    )
    expect(await declarationNow(platform, declarationId)).toMatchObject({ status: 'NOT_STARTED', version: 0 })
  })

  it('needs the truth declared and a name under it', async () => {
    const declarationId = await completeDraft(platform, unit)
    const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
    const outcome = await submitDeclaration(platform, unit.clerk, {
      declarationId,
      unitRevision,
      personnelRevision,
      truthDeclared: false,
      signer: '　',
      origin: 'test',
    })
    if (outcome.kind !== 'incomplete') throw new Error(outcome.kind)
    expect(
      outcome.issues.filter(({ severity }) => severity === 'error').map(({ path, code }) => `${path} ${code}`),
    ).toEqual(['unit.truthDeclared REQUIRED', 'unit.signer REQUIRED'])
  })

  it('is refused when the draft was changed by somebody else since', async () => {
    const declarationId = await completeDraft(platform, unit)
    const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
    await saveUnitForm(platform, unit.clerk, {
      declarationId,
      expectedRevision: unitRevision,
      changes: { retirees: 4 },
    })
    const outcome = await submitDeclaration(platform, unit.clerk, {
      declarationId,
      unitRevision,
      personnelRevision,
      truthDeclared: true,
      signer: '王建国',
      origin: 'test',
    })
    expect(outcome.kind).toBe('conflict')
  })

  it('is taken after the window as overdue, and what came in time stays in time', async () => {
    const overdue = async (id: string) => {
      const answer = await ask(platform, unit.clerk, `{ declaration(id: "${id}") { overdue } }`)
      return (answer.data as { declaration?: { overdue: boolean } }).declaration?.overdue
    }
    const dueOn = (id: string, day: string) =>
      platform.database.prisma.declaration.update({ where: { id }, data: { dueOn: day } })
    const declarationId = await completeDraft(platform, unit)
    await dueOn(declarationId, '2026-11-23')
    expect(await overdue(declarationId)).toBe(false)
    platform.clock.set('2026-11-24T00:00:00+08:00')
    expect(await overdue(declarationId)).toBe(true)
    expect((await submit(platform, unit, declarationId)).kind).toBe('submitted')
    expect(await overdue(declarationId)).toBe(true)
    await dueOn(declarationId, '2026-11-24')
    platform.clock.set('2026-12-01T00:00:00+08:00')
    expect(await overdue(declarationId)).toBe(false)
  })

  it('is refused once its year is over, and the draft stays', async () => {
    const declarationId = await completeDraft(platform, unit)
    platform.clock.set('2027-01-01T00:00:00+08:00')
    expect(await submit(platform, unit, declarationId)).toMatchObject({ kind: 'refused', reason: 'WINDOW_CLOSED' })
    const saved = await saveUnitForm(platform, unit.clerk, {
      declarationId,
      expectedRevision: (await declarationNow(platform, declarationId)).unitRevision,
      changes: { retirees: 2 },
    })
    expect(saved.kind).toBe('saved')
    platform.clock.set('2026-12-31T23:59:59+08:00')
    expect((await submit(platform, unit, declarationId)).kind).toBe('submitted')
  })

  it('behaves for others as if it did not exist', async () => {
    const declarationId = await completeDraft(platform, unit)
    const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
    const input = {
      declarationId,
      unitRevision,
      personnelRevision,
      truthDeclared: true,
      signer: '王建国',
      origin: 'test',
    }
    for (const stranger of [employerViewer(crypto.randomUUID()), staffViewer(['REVIEWER'])]) {
      await expect(submitDeclaration(platform, stranger, input)).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      })
    }
  })

  it('notices a roster that has changed since it was downloaded', async () => {
    const declarationId = await completeDraft(platform, unit)
    await platform.database.prisma.employer.update({
      where: { id: unit.employerId },
      data: { rosterVersion: { increment: 1 } },
    })
    const outcome = await submit(platform, unit, declarationId)
    if (outcome.kind !== 'incomplete') throw new Error(outcome.kind)
    expect(outcome.issues.some(({ code }) => code === 'ROSTER_STALE')).toBe(true)
  })
})
