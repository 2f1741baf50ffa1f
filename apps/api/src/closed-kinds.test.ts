import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closedKinds } from './testing/closed-kinds.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** Names by which a column is recognised as one that holds a code. */
const codeNames =
  /(^|_)(kind|status|type|role|roles|channel|outcome|side|insurance|insurances|mode|stage|verdict|resolution)$/

/** Columns of such a name that hold no closed list. */
const openOnes: Readonly<Record<string, string>> = {
  'audit_event.actor_kind': 'the audit trail keeps its own list',
  'audit_event.role': 'the audit trail keeps its own list',
  'audit_event.record_type': 'the audit trail keeps its own list',
}

interface Check {
  name: string
  definition: string
}

const valuesOf = (definition: string) => [...definition.matchAll(/'([^']*)'::text/gu)].map(([, value]) => value)

async function readChecks(): Promise<Map<string, Check>> {
  const rows = await platform.database.query<Check & { at: string }>(
    {
      text: `SELECT c.conname AS name, t.relname || '.' || a.attname AS at, pg_get_constraintdef(c.oid) AS definition
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'c' AND c.conname LIKE '%\\_known' AND t.relnamespace = 'public'::regnamespace`,
    },
    [],
  )
  return new Map(rows.map(({ at, ...check }) => [at, check]))
}

describe('the codes of the database', () => {
  it('are those of the code, column by column', async () => {
    const checks = await readChecks()
    expect([...checks.keys()].toSorted()).toEqual(Object.keys(closedKinds).toSorted())
    for (const [column, values] of Object.entries(closedKinds))
      expect(valuesOf(checks.get(column)?.definition ?? ''), column).toEqual([...values])
  })

  it('are closed in every column whose name says that it holds one', async () => {
    const columns = await platform.database.query<{ at: string; name: string }>(
      {
        text: `SELECT table_name || '.' || column_name AS at, column_name AS name FROM information_schema.columns
          JOIN information_schema.tables USING (table_schema, table_name)
          WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (data_type = 'text' OR udt_name = '_text')`,
      },
      [],
    )
    const unknown = columns.filter(({ at, name }) => codeNames.test(name) && !(at in closedKinds) && !(at in openOnes))
    expect(unknown.map(({ at }) => at)).toEqual([])
  })

  it('are refused by the database itself when they are none', async () => {
    const { prisma } = platform.database
    const row = { id: crypto.randomUUID(), answerHash: new Uint8Array(1), expiresAt: new Date() }
    await expect(prisma.verificationChallenge.create({ data: { ...row, kind: 'RIDDLE' } })).rejects.toThrow(
      'verification_challenge_kind_known',
    )
  })
})
