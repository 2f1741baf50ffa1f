// @vitest-environment node
import { period, fen } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { readRoster, writeRosterXlsx } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import { makeResidentId, seededRandom } from '@shebao/test-support'
import { describe, expect, it } from 'vitest'
import type { Answer, Reading, ReadRow } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'

const rules = {
  today: '2026-11-23',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}

function person(seed: number, changes: Partial<PersonnelDraft> = {}): PersonnelDraft {
  return {
    name: '王芳',
    idType: 'RESIDENT_ID',
    idNumber: makeResidentId(seededRandom(seed), { birthDate: '1990-05-06', region: '110101' }),
    householdType: 'LOCAL_URBAN',
    employmentForm: 'CONTRACT',
    hireDate: '2020-03-01',
    monthsWorkedLastYear: 12,
    wagesLastYear: fen(12_000_000),
    mobile: '13812345678',
    participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
    ...changes,
  }
}

const file = (people: readonly PersonnelDraft[]) => writeRosterXlsx(people, { version: 3, contentHash: 'h' })

function start() {
  const answers: Answer[] = []
  const session = new RosterSession((answer) => answers.push(answer))
  const reading = (): Reading => {
    const last = answers.findLast((answer) => answer.kind === 'reading')
    if (last?.kind !== 'reading') throw new Error('nothing was read')
    return last.reading
  }
  /** The people as the page fetches them for sending. */
  const people = (from = 0, count = 100): readonly ReadRow[] => {
    session.handle({ kind: 'people', from, count })
    const last = answers.pop()
    if (last?.kind !== 'people') throw new Error('nobody came')
    return last.rows
  }
  return { answers, session, reading, people }
}

describe('the worker’s side of a file', () => {
  it('reads people, says what the rules say, and reports progress before', () => {
    const { session, answers, reading, people } = start()
    session.handle({ kind: 'open', bytes: file([person(1), person(2, { mobile: '1' })]), fileName: 'a.xlsx', rules })
    expect(people().map(({ draft }) => draft.idNumber)).toEqual([person(1).idNumber, person(2).idNumber])
    expect(people(1, 1).map(({ row }) => row)).toEqual([4])
    expect(reading().summary.errors.first.map(({ row, issue }) => [row, issue.field])).toEqual([[4, 'mobile']])
    expect(reading().meta?.version).toBe(3)
    expect(answers.findIndex(({ kind }) => kind === 'progress')).toBeLessThan(
      answers.findIndex(({ kind }) => kind === 'reading'),
    )
    expect(answers.at(-1)?.kind).toBe('reading')
  })

  it('shows each column with what stands in it, and takes another choice', () => {
    const { session, reading, people } = start()
    session.handle({ kind: 'open', bytes: file([person(1)]), fileName: 'a.xlsx', rules })
    const mobile = reading().mapping.columns.mobile?.column ?? -1
    expect(reading().columns.find(({ column }) => column === mobile)?.samples).toEqual(['13812345678'])
    session.handle({ kind: 'remap', tableIndex: 0, mapping: { mobile: null } })
    expect(people()[0]?.draft.mobile).toBeUndefined()
    expect(reading().mapping.missing).toEqual(['mobile'])
  })

  it('gives the failing rows as a file that merges back into place', () => {
    const { session, answers, reading, people } = start()
    session.handle({ kind: 'open', bytes: file([person(1), person(2, { mobile: '1' })]), fileName: 'a.xlsx', rules })
    session.handle({ kind: 'failing-file', language: 'zh-CN' })
    const written = answers.at(-1)
    if (written?.kind !== 'file') throw new Error('no file')
    const failing = readRoster(written.bytes, 'failing.xlsx')
    expect(failing.ok && failing.file.rows.map(({ originalRow }) => originalRow)).toEqual([4])
    session.handle({ kind: 'merge', bytes: written.bytes, fileName: 'failing.xlsx' })
    expect(reading().merged).toEqual({ replaced: 1, added: 0, ambiguous: [] })
    expect(people()).toHaveLength(2)
    expect(people()[1]?.row).toBe(4)
  })

  it('answers files that are none with what they are, and keeps what was read when a correction is none', () => {
    const { session, answers, people } = start()
    session.handle({ kind: 'open', bytes: new TextEncoder().encode('%PDF-1.7'), fileName: 'a.pdf', rules })
    expect(answers.at(-1)).toMatchObject({ kind: 'problem', problem: { code: 'NOT_A_SPREADSHEET' }, correction: false })
    session.handle({ kind: 'open', bytes: file([person(1)]), fileName: 'a.xlsx', rules })
    session.handle({ kind: 'merge', bytes: new Uint8Array(), fileName: 'empty.xlsx' })
    expect(answers.at(-1)).toMatchObject({ kind: 'problem', problem: { code: 'EMPTY' }, correction: true })
    expect(people()).toHaveLength(1)
  })
})
