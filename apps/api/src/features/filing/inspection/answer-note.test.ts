import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { listStandingNotes } from '../declaration/notes.repository.ts'
import { savePersonnelRecord } from '../personnel/save-personnel-record.ts'
import { returnDeclaration, startReview } from '../review/review-declaration.ts'
import { answerNote } from './answer-note.ts'
import { declarationInFull } from './declaration-view.ts'
import { saveUnitForm } from './save-unit-form.ts'
import { withdrawDeclaration } from './withdraw-declaration.ts'

let platform: TestPlatform
let unit: GivenUnit
let declarationId: string
let seed = 200
const officer = staffViewer(['OFFICER'])
const origin = 'test'

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())
beforeEach(async () => {
  unit = await givenUnit(platform, { seed: (seed += 1) })
  declarationId = await completeDraft(platform, unit)
  await submit(platform, unit, declarationId)
})

const noted = [
  { path: 'unit.bankName', text: '与开户许可证不一致' },
  { path: 'personnel[3]', text: '缺劳动合同' },
  { path: 'personnel.*', text: '名单顺序请核对' },
]

async function sendBack(version: number, notes = noted) {
  await startReview(platform, officer, { declarationId, version, origin })
  await returnDeclaration(platform, officer, { declarationId, version, origin, notes })
}

const draft = () => declarationNow(platform, declarationId)
const view = async () => declarationInFull(platform, unit.clerk, await draft())
const states = async () => (await view()).notes.map(({ state }) => state)
const openPaths = async () => {
  const outcome = await submit(platform, unit, declarationId)
  return outcome.kind === 'incomplete' ? outcome.issues.map(({ path, code }) => `${code} ${path}`) : outcome.kind
}
async function write(path: string, answer: string, was = '') {
  const note = (await listStandingNotes(platform, await draft())).find((one) => one.path === path)
  return answerNote(platform, unit.clerk, { declarationId, noteId: note?.id ?? '', answer, was })
}
async function change(changes: Record<string, unknown>) {
  const { unitRevision } = await draft()
  await saveUnitForm(platform, unit.clerk, { declarationId, expectedRevision: unitRevision, changes })
}

describe('a note of the office', () => {
  it('keeps the declaration from being submitted unchanged, each by its name, and opens its section again', async () => {
    await sendBack(1)
    expect(await openPaths()).toEqual(['NOTE_OPEN unit.bankName', 'NOTE_OPEN personnel[3]', 'NOTE_OPEN personnel.*'])
    const { steps, issues } = await view()
    expect(issues).toMatchObject([{ params: { note: '与开户许可证不一致' } }, { row: 3 }, {}])
    expect(steps.filter(({ state }) => state === 'todo').map(({ id, missing }) => [id, missing])).toEqual([
      ['bank', 1],
      ['personnel', 2],
    ])
    expect(steps.find(({ id }) => id === 'review')).toMatchObject({ state: 'blocked', blockedBy: 'INCOMPLETE' })
  })

  it('is settled by another value, but not by spaces, and by the person it is about, not by another', async () => {
    await sendBack(1)
    await change({ bankName: ` ${String(unit.answers['bankName'])} ` })
    expect(await states()).toEqual(['OPEN', 'OPEN', 'OPEN'])
    await change({ bankName: '示范银行北京朝阳支行' })
    expect(await states()).toEqual(['CHANGED', 'OPEN', 'OPEN'])
    const [first, second] = unit.people
    const save = async (person: GivenUnit['people'][number] | undefined, mobile: string) => {
      if (!person) throw new Error('nobody')
      await savePersonnelRecord(platform, unit.clerk, {
        declarationId,
        expectedRevision: (await draft()).personnelRevision,
        rowNo: person.row,
        draft: { ...person.draft, mobile },
        confirm: false,
        origin,
      })
    }
    await save(first, '13900000001')
    expect((await states())[1]).toBe('OPEN')
    await save(second, '13900000002')
    expect((await states())[1]).toBe('CHANGED')
  })

  it('is settled by a written answer, which staff find beside their note in the next version', async () => {
    await sendBack(1)
    await change({ bankName: '示范银行北京朝阳支行' })
    expect(await write('personnel[3]', '  合同已于本周补签，原件随纸质材料报送  ')).toMatchObject({ kind: 'answered' })
    expect(await openPaths()).toEqual(['NOTE_OPEN personnel.*'])
    await write('personnel.*', '顺序按工号，无误')
    expect(await states()).toEqual(['CHANGED', 'ANSWERED', 'ANSWERED'])
    expect(await openPaths()).toBe('submitted')
    const { data } = await ask(
      platform,
      officer,
      `query($id: ID!) { declarationReview(id: $id) {
        notes { path answer settledIn settledBy rowNow }
      } }`,
      { id: declarationId },
    )
    expect(data).toMatchObject({
      declarationReview: {
        notes: [
          { path: 'unit.bankName', answer: null, settledIn: 2, settledBy: 'CHANGED', rowNow: null },
          { path: 'personnel[3]', answer: '合同已于本周补签，原件随纸质材料报送', settledBy: 'ANSWERED', rowNow: 3 },
          { path: 'personnel.*', answer: '顺序按工号，无误', settledIn: 2, settledBy: 'ANSWERED' },
        ],
      },
    })
  })

  it('is not got rid of by submitting, taking back and changing everything back', async () => {
    await sendBack(1, noted.slice(0, 1))
    await change({ bankName: '示范银行北京朝阳支行' })
    expect(await openPaths()).toBe('submitted')
    await withdrawDeclaration(platform, unit.clerk, { declarationId, origin })
    expect(await states()).toEqual(['CHANGED'])
    await change({ bankName: unit.answers['bankName'] })
    expect(await openPaths()).toEqual(['NOTE_OPEN unit.bankName'])
  })

  it('of an earlier round is past once the next version was reviewed', async () => {
    await sendBack(1, noted.slice(0, 1))
    await write('unit.bankName', '许可证正在换发，附回执')
    expect(await openPaths()).toBe('submitted')
    await sendBack(2, [{ path: 'unit.handlerPhone', text: '空号' }])
    expect(await openPaths()).toEqual(['NOTE_OPEN unit.handlerPhone'])
  })
})

describe('an answer', () => {
  it('is not overwritten by a colleague who saw another, and can be taken back', async () => {
    await sendBack(1, noted.slice(0, 1))
    await write('unit.bankName', '许可证正在换发')
    expect(await write('unit.bankName', '我来回复')).toMatchObject({
      kind: 'note-changed',
      note: { answer: '许可证正在换发' },
    })
    // The same words twice are one answer: a second press changes nothing.
    expect(await write('unit.bankName', '许可证正在换发')).toMatchObject({ kind: 'answered' })
    expect(await write('unit.bankName', ' ', '许可证正在换发')).toMatchObject({ kind: 'answered' })
    expect(await states()).toEqual(['OPEN'])
  })

  it('is refused when it is too long, once the office has the declaration, and for anybody else', async () => {
    await sendBack(1, noted.slice(0, 1))
    await expect(write('unit.bankName', '长'.repeat(501))).rejects.toThrow(/500/)
    const [note] = await listStandingNotes(platform, await draft())
    const mine = { declarationId, noteId: note?.id ?? '', answer: '回复', was: '' }
    await expect(answerNote(platform, employerViewer(crypto.randomUUID()), mine)).rejects.toThrow(/declaration/)
    await expect(answerNote(platform, officer, mine)).rejects.toThrow(/declaration/)
    await expect(answerNote(platform, unit.clerk, { ...mine, noteId: crypto.randomUUID() })).rejects.toThrow(
      /does not stand/,
    )
    await write('unit.bankName', '许可证正在换发')
    await submit(platform, unit, declarationId)
    expect(await answerNote(platform, unit.clerk, mine)).toMatchObject({ kind: 'refused', reason: 'ALREADY_SUBMITTED' })
  })
})
