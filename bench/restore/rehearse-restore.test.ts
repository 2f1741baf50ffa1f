import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgresPrograms } from '@shebao/api/src/testing/database-setup.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { holds, rehearseRestore } from './rehearse-restore.ts'

describe.skipIf(findPostgresPrograms() === undefined)('a server that was harmed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-restore-'))
  chmodSync(folder, 0o755)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('comes back as of the moment: all that was acknowledged before it, nothing after it', async () => {
    const report = await rehearseRestore({ folder, filers: 1, submissions: 2, payments: 2, say: () => undefined })
    expect(report.before).toMatchObject({ lost: [], wrong: [] })
    expect([report.before.submissions, report.before.payments].every((count) => count >= 4)).toBe(true)
    expect(report.after).toBeGreaterThanOrEqual(4)
    expect(report.stillThere).toEqual([])
    // What was chained after the moment is missed by its witness, and said.
    expect(report.witness).toEqual([expect.stringMatching(/^\d+ missing at the end$/)])
    expect(report.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['MIGRATIONS', true],
      ['KEY', true],
      ['LEDGER', true],
      ['AUDIT', true],
    ])
    expect(holds(report)).toBe(true)
  }, 180_000)
})
