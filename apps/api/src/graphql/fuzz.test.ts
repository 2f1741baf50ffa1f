import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOperationsDrawer } from '../testing/fuzz/draw-operation.ts'
import { createValues } from '../testing/fuzz/draw-value.ts'
import { fuzzOffice } from '../testing/fuzz/fuzz-office.ts'
import { createRandom } from '../testing/fuzz/random.ts'
import { bombs } from '../testing/fuzz/spoil-operation.ts'
import { openTenants } from '../testing/fuzz/tenants.ts'
import type { Tenants } from '../testing/fuzz/tenants.ts'
import { VariablesRefused } from './compiled-execution.ts'
import { createOperations, OperationRefused } from './operations.ts'
import { schema } from './schema.ts'

// Another seed, more runs of each operation, where a failure comes from:
// SHEBAO_FUZZ_SEED=7 SHEBAO_FUZZ_RUNS=200 SHEBAO_FUZZ_STACKS=1 vitest run --project api-postgres apps/api/src/graphql/fuzz.test.ts
const seed = Number(process.env['SHEBAO_FUZZ_SEED'] ?? 20_261_130)
const runsOfEach = Number(process.env['SHEBAO_FUZZ_RUNS'] ?? 22)
const spoiltPerRun = Number(process.env['SHEBAO_FUZZ_SPOILT'] ?? 9)
/** What an attacker reads: the contract as it is printed. */
const contract = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

describe('whatever is asked', () => {
  let tenants: Tenants
  const stacks = Error.stackTraceLimit
  beforeAll(async () => {
    tenants = await openTenants()
    // Tens of thousands of refusals: to write down where each was made takes longer than all the rest.
    if (!process.env['SHEBAO_FUZZ_STACKS']) Error.stackTraceLimit = 0
  }, 60_000)
  afterAll(async () => {
    Error.stackTraceLimit = stacks
    await tenants.close()
  })

  it(`nothing fails, and nobody is shown another's row (seed ${seed})`, async () => {
    const found = await fuzzOffice(tenants, { contract, schema }, { seed, runsOfEach, spoiltPerRun })
    expect(found.failures.join('\n\n')).toBe('')
    expect(found.leaks.join('\n\n')).toBe('')
    // That it asked anything: every twentieth operation or so reaches rows, the others are refused as they should be.
    expect(found.asked).toBeGreaterThanOrEqual(100_000)
    expect(found.executed).toBeGreaterThanOrEqual(10_000)
    expect(found.answeredWithData).toBeGreaterThanOrEqual(2_000)
    expect(found.fieldsWithData.size).toBeGreaterThanOrEqual(190)
    for (const code of ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'TOO_LARGE'])
      expect(found.refusedBefore, code).toHaveProperty(code)
    const [halfway = 0, end = 0] = found.live
    expect(end - halfway).toBeLessThan(64 * 1024 * 1024)
  }, 600_000)
})

describe('an operation that would burst', () => {
  const operations = [createOperations(schema, undefined), createOperations(schema, new Set())]
  it.each(Object.entries(bombs))('%s is refused before anything runs', (_name, make) => {
    const random = createRandom(seed)
    for (let times = 0; times < 5; times += 1) {
      const text = make(random)
      for (const { prepare } of operations)
        expect(() => prepare(text, undefined).check({}), text.slice(0, 300)).toThrow(
          expect.toSatisfy((error: unknown) => error instanceof OperationRefused || error instanceof VariablesRefused),
        )
    }
  })
})

describe('a seed', () => {
  const drawn = (from: number) => {
    const random = createRandom(from)
    const values = createValues(random, { ids: ['x'], marks: [], cursors: [], texts: [], rows: [] })
    const { draw } = createOperationsDrawer(contract, random, values)
    return Object.keys(contract.getQueryType()?.getFields() ?? {}).map((name) => draw('query', [name]).text)
  }
  it('draws the same again, and another something else', () => {
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
  })
})
