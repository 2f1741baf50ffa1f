import { period } from '@shebao/kernel'
import { execute, parse, validate } from 'graphql'
import type { ExecutionResult, GraphQLError } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessEmployer } from '../features/money/assessment/assess-employer.ts'
import { addEmployer } from '../testing/money/payment/billing-fixture.ts'
import { seedPolicy } from '../features/money/policy/policy-in-force.ts'
import { employerViewer, insuredViewer } from '../testing/ask.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { compileOperation, VariablesRefused } from './compiled-execution.ts'
import type { Context } from './context.ts'
import type { Viewer } from '../access/viewer.ts'
import { schema } from './schema.ts'

let platform: TestPlatform
let insured: Viewer
let employer: Viewer
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  const unit = await addEmployer(platform, [1_000_000])
  await assessEmployer(platform, { employerId: unit.employerId, period: period('2026-11') })
  insured = insuredViewer(unit.individualIds[0] ?? '')
  employer = employerViewer(unit.employerId)
})
afterAll(() => platform.close())

/** What the client is told in the end; graphql-js itself has no code for variables. */
const codeOf = ({ extensions, path }: GraphQLError) => extensions?.['code'] ?? (path ? undefined : 'BAD_USER_INPUT')

const comparable = ({ data, errors }: ExecutionResult) =>
  JSON.parse(
    JSON.stringify({
      data: data ?? null,
      errors: (errors ?? []).map((error) => ({
        message: error.message,
        path: error.path,
        code: codeOf(error),
      })),
    }),
  )

async function both(source: string, viewer: Viewer | undefined, variables: Record<string, unknown> = {}) {
  const document = parse(source)
  expect(validate(schema, document)).toEqual([])
  const contextValue: Context = {
    platform,
    viewer,
    cookie: { token: undefined, set: () => undefined, clear: () => undefined },
    origin: 't',
    userAgent: 't',
    requestId: 't',
  }
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition')
  if (!operation) throw new Error('an operation is needed')
  const compiled = compileOperation(schema, document, operation)
  const run = async (): Promise<ExecutionResult> => {
    try {
      compiled.requireFitting(variables)
    } catch (error) {
      if (error instanceof VariablesRefused) return { errors: error.errors }
      throw error
    }
    return compiled.run(variables, { ...contextValue })
  }
  const plain = await execute({ schema, document, contextValue: { ...contextValue }, variableValues: variables })
  const once = await run()
  const again = await run()
  expect(comparable(once)).toEqual(comparable(plain))
  expect(comparable(again)).toEqual(comparable(plain))
  return comparable(plain)
}

const payments =
  'query ($first: Int = 5, $with: Boolean = true) { me { name payments(first: $first) { edges { node { ...Row pensionBase @include(if: $with) } } } } } fragment Row on PremiumPayment { id period status postedOn personalTotal }'

describe('compiled execution answers as graphql-js does', () => {
  it('for lists, fragments, defaults and conditions', async () => {
    const answer = await both(payments, insured)
    expect(answer.data.me.payments.edges[0].node).toMatchObject({ period: '2026-11', pensionBase: 1_000_000 })
    expect((await both(payments, insured, { with: false })).data.me.payments.edges[0].node.pensionBase).toBeUndefined()
  })

  it('for variables that are wrong: the client’s mistake, not an internal error', async () => {
    expect((await both(payments, insured, { first: 'many' })).errors[0].message).toContain('$first')
    expect((await both('query ($id: ID!) { paymentNotice(id: $id) { id } }', employer)).errors[0].message).toContain(
      '$id',
    )
  })

  it('for refusals: who asks is decided each time, not when the operation was compiled', async () => {
    expect((await both(payments, undefined)).errors[0].code).toBe('UNAUTHENTICATED')
    expect((await both(payments, employer)).errors[0].code).toBe('FORBIDDEN')
    expect((await both(payments, { ...insured, stage: 'MUST_CHANGE_PASSWORD' })).errors[0].code).toBe('FORBIDDEN')
    expect((await both(payments, insured)).errors).toEqual([])
    expect((await both(payments, insured, { first: 1000 })).errors[0].code).toBe('BAD_USER_INPUT')
  })

  it('for unions, enums, JSON and several root fields', async () => {
    await both(
      '{ employer { name notices { edges { node { total lines { insurance } } } } } other: employer { __typename creditCode } }',
      employer,
    )
    await both(
      'mutation ($k: String!) { startPayment(noticeId: "x", idempotencyKey: $k, language: EN) { __typename } }',
      employer,
      { k: 'key-12345678' },
    )
  })
})
