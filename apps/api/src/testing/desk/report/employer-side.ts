import { setTimeout } from 'node:timers/promises'
import { getNamedType, isAbstractType, isLeafType, isObjectType, isRequiredArgument } from 'graphql'
import type { GraphQLField, GraphQLObjectType, GraphQLOutputType } from 'graphql'
import pg from 'pg'
import { vi } from 'vitest'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { printNotice } from '../../../features/money/payment/print-notice.ts'
import { permissionOf } from '../../../graphql/permission-of-field.ts'
import { schema } from '../../../graphql/schema.ts'
import { rehearse } from '../../../platform/rehearse.ts'
import { ask } from '../../ask.ts'
import { callField } from '../../call-field.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { undone } from '../../undone.ts'

/** Who looks: a clerk of the unit, at one of its notices and declarations. */
export interface EmployerLooks {
  platform: TestPlatform
  clerk: Viewer
  declarationId: string
  noticeId: string
}

interface Sent {
  text: string
  values?: readonly unknown[]
}

/** All that reaches an employer, and all that the database does for it. What takes as long is as much work: no clock is looked at. */
export interface EmployerSide {
  answers: Record<string, unknown>
  outcomes: Record<string, unknown>
  paper: string
  sent: readonly string[]
  /** Rows that each statement visited in each table, those that it threw away as well. */
  rows: readonly string[]
  told: readonly unknown[]
  logged: readonly string[]
}

/** What is remembered of a clerk, of readings and of a policy is remembered from then on. */
export async function warmUp(looks: EmployerLooks): Promise<void> {
  await askAll(looks)
}

export async function meetEverything(looks: EmployerLooks): Promise<EmployerSide> {
  const { platform } = looks
  const lines: string[] = []
  const log = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const questions = await watched(() => askAll(looks))
  const deeds = await watched(() => doAll(looks))
  const printed = await watched(() => printOne(looks))
  log.mockRestore()
  return {
    answers: questions.result,
    outcomes: deeds.result,
    paper: printed.result,
    // Deeds and papers make numbers and keys of their own: of those the statements are compared, of questions the values as well.
    sent: [
      ...questions.sent.map((statement) => JSON.stringify(statement)),
      ...[...deeds.sent, ...printed.sent].map(({ text }) => text),
    ].toSorted(),
    rows: await rowsVisited(platform, questions.sent),
    told: await platform.database.query({
      text: `SELECT n.kind, n.key, n.params, d.* FROM notification n LEFT JOIN notification_delivery d ON d.notification_id = n.id
        LEFT JOIN account a ON a.id = n.account_id WHERE n.employer_id IS NOT NULL OR a.kind = 'EMPLOYER' ORDER BY n.id`,
    }),
    logged: lines,
  }
}

async function watched<Result>(work: () => Promise<Result>): Promise<{ result: Result; sent: Sent[] }> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  const result = await work()
  // Where a part of an answer was refused, the others are still asked for.
  await setTimeout(200)
  const calls: readonly (readonly unknown[])[] = spy.mock.calls
  const sent = calls.map(([statement]) => sentOf(statement))
  spy.mockRestore()
  // A connection that forgets its prepared statements has been asked nothing.
  return { result, sent: sent.filter(({ text }) => !text.startsWith('DEALLOCATE ALL')) }
}

function sentOf(statement: unknown): Sent {
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) return { text: String(statement) }
  const values = 'values' in statement && Array.isArray(statement.values) ? statement.values : []
  return { text: String(statement.text), values }
}

const given = ({ declarationId, noticeId }: EmployerLooks) => ({ declarationId, noticeId })

/** Every question that a clerk may ask, each with all it can be asked for. */
async function askAll(looks: EmployerLooks): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const field of fieldsOf(looks, schema.getQueryType())) {
    const { source, variables } = callOf(looks, 'query', field, 3)
    answers[field.name] = await ask(looks.platform, looks.clerk, source, variables, { schema })
  }
  return answers
}

/** Everything that a clerk may do, done and undone. Numbers that are drawn anew each time are taken out. */
async function doAll(looks: EmployerLooks): Promise<Record<string, unknown>> {
  const { platform, clerk } = looks
  const outcomes: Record<string, unknown> = {}
  for (const field of fieldsOf(looks, schema.getMutationType())) {
    const { source, variables } = callOf(looks, 'mutation', field, 1)
    const outcome = await undone(platform.database, () => ask(platform, clerk, source, variables, { schema }))
    outcomes[field.name] = withoutDrawn(outcome)
  }
  return outcomes
}

/** Identifiers, secrets of links and pictures, and codes of papers. */
const drawn =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w-]{43}(?=\.ics)|data:image\/png[^"]*|"[2-9A-HJ-NPQRTUWXY]{16}"/g
const withoutDrawn = (outcome: unknown): string => JSON.stringify(outcome).replaceAll(drawn, 'drawn')

function fieldsOf({ clerk }: EmployerLooks, type: GraphQLObjectType | null | undefined) {
  return Object.values(type?.getFields() ?? {}).filter((field) => {
    const held = permissionOf(field)
    return held === 'public' || (held !== undefined && may(clerk, held))
  })
}

function callOf(
  looks: EmployerLooks,
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  steps: number,
) {
  const known = Object.entries(given(looks)).filter(([name]) => field.args.some((argument) => argument.name === name))
  const { source, variables } = callField(kind, field, Object.fromEntries(known))
  return { variables, source: source.replace('{ __typename }', wholeOf(field.type, steps)) }
}

/** All of a type that needs no argument, so many steps down; what two kinds of answer call alike has a name for each. */
function wholeOf(type: GraphQLOutputType, steps: number): string {
  const named = getNamedType(type)
  if (isAbstractType(named))
    return `{ __typename ${schema
      .getPossibleTypes(named)
      .map((one) => `... on ${one.name} { ${partsOf(one, steps - 1, `${one.name}_`)} }`)
      .join(' ')} }`
  if (!isObjectType(named)) return ''
  return `{ ${partsOf(named, steps)} }`
}

function partsOf(type: GraphQLObjectType, steps: number, prefix = ''): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return []
    const name = prefix === '' ? field.name : `${prefix}${field.name}: ${field.name}`
    if (isLeafType(getNamedType(field.type))) return [name]
    return steps > 0 ? [`${name} ${wholeOf(field.type, steps - 1)}`] : []
  })
  return ['__typename', ...parts].join(' ')
}

/** The notice of the unit: its content by hash, and what the office keeps of it. Code and moment are each printing's own. */
async function printOne({ platform, clerk, noticeId }: EmployerLooks): Promise<string> {
  return rehearse(platform, async () => {
    await printNotice(platform, clerk, 'NOTICE', { noticeId, language: 'zh-CN' })
    const { number, contentHash, summary } = await platform.database.prisma.document.findFirstOrThrow({
      where: { subjectId: noticeId },
    })
    return withoutDrawn({ number, contentHash, summary })
  })
}

interface Plan {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: readonly Plan[]
}

/** How many rows of each table the database looked at for each question, by its indexes as in an office of full size. */
function rowsVisited({ database }: TestPlatform, sent: readonly Sent[]): Promise<string[]> {
  return undone(database, async () => {
    // What the planner knows of the tables must not depend on whether the background analysed them just now.
    await database.query({ text: 'ANALYZE' })
    await database.query({ text: 'SET LOCAL enable_seqscan = off' })
    const visited: string[] = []
    for (const { text, values = [] } of sent.filter((one) => /^\s*(?:SELECT|WITH)\b/i.test(one.text))) {
      const [row] = await database.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        { text: `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}` },
        values,
      )
      const counted = row ? row['QUERY PLAN'].flatMap(({ Plan: plan }) => visitsOf(plan)) : []
      visited.push(`${counted.join(' ')} | ${text}`)
    }
    return visited.toSorted()
  })
}

function visitsOf(plan: Plan): string[] {
  const { 'Relation Name': table, 'Actual Rows': kept, 'Actual Loops': loops, Plans: parts = [] } = plan
  const thrownAway = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const own = table === undefined ? [] : [`${table}:${Math.round((kept + thrownAway) * loops)}`]
  return [...own, ...parts.flatMap(visitsOf)]
}
