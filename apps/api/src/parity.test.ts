import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkDeclaration,
  checkDeclarationParts,
  checkPersonnel,
  PersonnelChecker,
  personnelContextOf,
} from '@shebao/declaration-rules'
import type { CheckResult, Declaration, DeclarationContext, Verdict } from '@shebao/declaration-rules'
import { period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { drawnDeclaration } from '@shebao/test-support/drawn-declaration'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenOffice } from './testing/inspection-scenario.ts'
import { checkFile, writeFiles } from './testing/parity-files.ts'
import { asSubmitted, submitDrawn } from './testing/parity-submission.ts'
import type { OfficeFacts } from './testing/parity-register.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// The rules are one (design, section 4): what a form or a table cell, a file, the API and the terminal say of the same
// people is the same, verdict and every issue. Where a face cannot carry something, the part that both carry is compared:
// a file has no unit form; the terminal takes the employees' signature as given; the office alone knows its roster.

const today = '2026-06-15'
const year = 2026

/** By the parameters of the payment year that begins in the declaration's year, as the office checks. */
const context: DeclarationContext = {
  ...personnelContextOf(requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period(`${year}-07`), 1), today, year),
  ledgerArrears: {},
}

let platform: TestPlatform
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-parity-'))
  platform = await openTestPlatform()
  platform.clock.set(`${today}T10:00:00+08:00`)
  await givenOffice(platform)
})
afterAll(async () => {
  await platform.close()
  rmSync(folder, { recursive: true })
})

/** The form and the table: every answer is typed one after the other, and only what changed is checked again. */
function checkWhileTyping({ unit, personnel, comparison }: Declaration, given: DeclarationContext): CheckResult {
  const checker = new PersonnelChecker(given)
  for (const { row } of personnel) checker.append(row === undefined ? { draft: {} } : { draft: {}, row })
  for (const [index, person] of personnel.entries()) {
    const half = Object.fromEntries(Object.entries(person.draft).slice(0, 5))
    checker.set(index, { ...person, draft: half })
    checker.set(index, person)
  }
  // Somebody is entered and taken out again.
  checker.append(personnel[0] ?? { draft: {} })
  checker.remove(checker.length - 1)
  return checkDeclarationParts(unit, checker, comparison, given)
}

interface TerminalAnswer {
  status: number
  verdict: Verdict
  people: number
  issues: { row: number | null; path: string; code: string; severity: string }[]
}

const main = join(import.meta.dirname, '../../cli/src/main.ts')

function askTerminal(path: string): Promise<TerminalAnswer> {
  const args = [main, 'check', path, '--json', '--year', String(year), '--today', today]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env: { PATH: process.env['PATH'] } }, (error, stdout, stderr) => {
      const status = typeof error?.code === 'number' ? error.code : 0
      if (stdout === '') reject(new Error(stderr))
      else resolve({ ...(JSON.parse(stdout) as Omit<TerminalAnswer, 'status'>), status })
    })
  })
}

const facts: fc.Arbitrary<OfficeFacts> = fc.record({
  signed: fc.boolean(),
  comparison: fc.constantFrom('SETTLED', 'SETTLED', 'OPEN', 'STALE', 'NOT_COMPARED', 'NOT_DOWNLOADED'),
  /** People of the list whom another unit has insured. */
  elsewhere: fc.array(fc.nat(7), { maxLength: 2 }),
  /** People paid for last December who are not in the list. */
  missing: fc.nat(1),
  owed: fc.constantFrom(0, 0, 1, 12_345),
})

describe('one verdict', { timeout: 180_000 }, () => {
  it('of form and table while typing as of the whole declaration, and of every file', () => {
    fc.assert(
      fc.property(drawnDeclaration(), fc.boolean(), (declaration, signedList) => {
        const given = { ...context, signedList }
        expect(checkWhileTyping(declaration, given)).toEqual(checkDeclaration(declaration, given))
        if (declaration.personnel.length === 0) return
        const expected = checkPersonnel(declaration.personnel, given)
        for (const file of writeFiles(declaration.personnel)) {
          expect({ file: file.name, ...checkFile(file, given) }).toEqual({ file: file.name, ...expected })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of what is stored and submitted through the API', async () => {
    await fc.assert(
      fc.asyncProperty(drawnDeclaration(), facts, async (declaration, office) => {
        const answer = await submitDrawn(platform, declaration, office)
        const carried = asSubmitted(declaration, answer, context)
        const expected = checkDeclaration(carried, { ...context, ...answer.context, signedList: office.signed })
        expect(answer.result).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('of all of them with the terminal', async () => {
    let drawn = 0
    await fc.assert(
      fc.asyncProperty(drawnDeclaration(), fc.nat(4), async (declaration, kind) => {
        fc.pre(declaration.personnel.length > 0)
        const files = writeFiles(declaration.personnel)
        const file = files[kind % files.length]
        if (file === undefined) throw new RangeError('no such file')
        const path = join(folder, `${(drawn += 1)}-${file.name}`)
        writeFileSync(path, file.bytes)
        const expected = checkPersonnel(declaration.personnel, { ...context, signedList: true })
        const terminal = await askTerminal(path)
        expect(terminal).toMatchObject({
          status: expected.verdict === 'INCOMPLETE' ? 1 : 0,
          verdict: expected.verdict,
          people: declaration.personnel.length,
        })
        const shown = expected.issues.map(({ row, field, code, severity }) => ({ row, path: field, code, severity }))
        expect(
          terminal.issues.map(({ row, path: field, code, severity }) => ({
            row: row === null ? undefined : row - file.firstRow + 2,
            path: field,
            code,
            severity,
          })),
        ).toEqual(shown)
        const office = { signed: true, comparison: 'SETTLED' as const, elsewhere: [], missing: 0, owed: 0 }
        const { result } = await submitDrawn(platform, declaration, office)
        expect(result.issues.filter(({ path: at }) => at.startsWith('personnel'))).toEqual(expected.issues)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
})
