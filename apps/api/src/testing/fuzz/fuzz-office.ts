import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { GraphQLSchema } from 'graphql'
import { formatResolverError } from '../../graphql/answer-errors.ts'
import { VariablesRefused } from '../../graphql/compiled-execution.ts'
import type { Context } from '../../graphql/context.ts'
import { createOperations, OperationRefused } from '../../graphql/operations.ts'
import type { Operation } from '../../graphql/operations.ts'
import { createOperationsDrawer } from './draw-operation.ts'
import type { DrawnOperation } from './draw-operation.ts'
import { createValues } from './draw-value.ts'
import type { Pools } from './draw-value.ts'
import { createRandom } from './random.ts'
import { bombs, damage, tear } from './spoil-operation.ts'
import type { Asker, Tenants } from './tenants.ts'

export interface Findings {
  /** Operations in all; each is a text, variables and somebody who asks. */
  asked: number
  /** Those that ran: they parsed, fitted the contract and kept to the limits. */
  executed: number
  /** Those of them that were answered with a row of something. */
  answeredWithData: number
  /** Root fields that answered somebody with data. */
  fieldsWithData: ReadonlySet<string>
  /** By the code of the first error. */
  refusedBefore: Record<string, number>
  /** What would have been a 5xx or a masked failure, and what another's row was shown in. */
  failures: string[]
  leaks: string[]
  /** Bytes of live memory halfway and at the end. */
  live: number[]
}

interface Plan {
  seed: number
  /** How often each operation that was drawn well runs, and how many spoilt ones follow each run. */
  runsOfEach: number
  spoiltPerRun: number
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const mark = /"([A-Z_]+\.\d+)"/g
const cursor = /"(W[\w-]{8,})"/g
const refusals: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED'])
const noCookie: Context['cookie'] = { token: undefined, set: () => undefined, clear: () => undefined }
/** Of the spoilt ones, up to which draw of 0 to 1: handed what does not fit, torn, damaged; the rest would burst. */
const shares = { unfit: 0.5, torn: 0.98, damaged: 0.996 }
/** Enough to see what failed; a thousand times the same says no more. */
const mostKept = 30

/**
 * Every root field of the contract is drawn, and asked by everybody in turn with whatever values the seed gives; between them come
 * operations that were damaged, handed what does not fit, or made to burst.
 */
export async function fuzzOffice(
  { platform, own, foreign, askers }: Tenants,
  { contract, schema }: { contract: GraphQLSchema; schema: GraphQLSchema },
  { seed, runsOfEach, spoiltPerRun }: Plan,
): Promise<Findings> {
  const random = createRandom(seed)
  const pools: Pools = {
    ids: [...Object.values(own), ...Object.values(foreign), '00000000-0000-4000-8000-000000000000'],
    marks: [],
    cursors: [],
    texts: [],
    rows: [{ ...own }, { ...foreign }],
  }
  const values = createValues(random, pools)
  const drawer = createOperationsDrawer(contract, random, values)
  const operations = createOperations(schema, undefined)
  const fieldsWithData = new Set<string>()
  const findings: Findings = {
    asked: 0,
    executed: 0,
    answeredWithData: 0,
    fieldsWithData,
    refusedBefore: {},
    failures: [],
    leaks: [],
    live: [],
  }
  const logged: unknown[] = []
  const logger = { error: (line: unknown) => void logged.push(line) }

  const seen = new Set<string>()
  const keep = (list: string[], line: string) => {
    const key = /: ?(\w+)[({ ]/.exec(line.slice(line.indexOf('{ a')))?.[1] ?? line
    if (list.length >= mostKept || seen.has(key)) return
    seen.add(key)
    list.push(line)
  }
  const refused = ({ errors }: OperationRefused | VariablesRefused) => {
    const code = String(errors[0]?.extensions['code'])
    findings.refusedBefore[code] = (findings.refusedBefore[code] ?? 0) + 1
  }
  const short = (text: string) => text.replaceAll(/甲{9,}/g, '甲…').slice(0, 2_000)
  const told = (asker: Asker, text: string, variables: unknown) =>
    `seed ${seed}, operation ${findings.asked}, ${asker.name}: ${short(text)} ${short(JSON.stringify(variables))}`

  function prepare(text: string): Operation | undefined {
    try {
      return operations.prepare(text, undefined)
    } catch (error) {
      if (error instanceof OperationRefused) refused(error)
      else keep(findings.failures, `seed ${seed}, ${String(error)}: ${text.slice(0, 2_000)}`)
      return undefined
    }
  }

  /** Whether it ran for this asker, and was not refused for who they are. */
  async function run(
    operation: Operation,
    text: string,
    variables: Record<string, unknown>,
    asker: Asker,
  ): Promise<boolean> {
    const context: Context = {
      platform,
      viewer: asker.viewer,
      cookie: noCookie,
      // Somebody else's each time: what is slowed down after a few tries would answer nothing but that.
      origin: `fuzz ${findings.asked}`,
      userAgent: 'fuzz',
      requestId: 'fuzz',
    }
    try {
      const { data, errors = [] } = await operation.run(variables, context)
      findings.executed += 1
      let letIn = true
      for (const error of errors) {
        const { extensions } = formatResolverError(error, { ...platform, logger: logger as never })
        if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR')
          keep(
            findings.failures,
            `${told(asker, text, variables)}\n${error.message.slice(-300)}\n${JSON.stringify(logged.pop())}`,
          )
        if (refusals.has(String(extensions?.['code']))) letIn = false
      }
      judge(JSON.stringify(data) ?? '', data, { asker, text, variables })
      return letIn
    } catch (error) {
      if (error instanceof OperationRefused || error instanceof VariablesRefused) refused(error)
      else
        keep(
          findings.failures,
          `${told(asker, text, variables)}\n${String(error instanceof Error ? error.stack : error)}`,
        )
      return false
    }
  }

  function judge(
    answer: string,
    data: unknown,
    { asker, text, variables }: { asker: Asker; text: string; variables: Record<string, unknown> },
  ): void {
    if (data && Object.values(data).some((one) => one !== null)) {
      findings.answeredWithData += 1
      for (const [, name = ''] of text.matchAll(/^(?:query|mutation) Drawn[^{]*\{ a\d+: (\w+)/g))
        fieldsWithData.add(name)
    }
    const read = asker.forbidden.texts.find((words) => answer.includes(words))
    if (read) keep(findings.leaks, `${read} in ${told(asker, text, variables)}`)
    for (const [id] of answer.matchAll(uuid)) {
      // What was handed in may come back.
      if (asker.forbidden.ids.has(id) && !text.includes(id) && !JSON.stringify(variables).includes(id))
        keep(findings.leaks, `${id} in ${told(asker, text, variables)}`)
      gather(pools.ids, id)
    }
    for (const [, found = ''] of answer.matchAll(mark)) gather(pools.marks, found)
    for (const [, found = ''] of answer.matchAll(cursor)) gather(pools.cursors, found)
  }

  const handed = ({ variables }: DrawnOperation) =>
    Object.fromEntries(variables.map(({ name, of, at, type }) => [name, values.right(type, of, at)]))

  /** One that should be refused before anything runs; where it happens to be right after all, it runs. */
  async function askSpoilt(
    operation: Operation,
    drawn: DrawnOperation,
    fitting: Record<string, unknown>,
  ): Promise<void> {
    findings.asked += 1
    const kind = random.next()
    if (kind < shares.unfit && drawn.variables.length > 0) {
      const spoilt = random.pick(drawn.variables)
      const variables = { ...fitting, [spoilt.name]: values.wrong(spoilt.type) }
      await run(operation, drawn.text, variables, random.pick(askers))
      return
    }
    const text =
      kind < shares.torn
        ? tear(random, drawn.text)
        : kind < shares.damaged
          ? damage(random, drawn.text)
          : random.pick(Object.values(bombs))(random)
    const damaged = prepare(text)
    if (damaged) await run(damaged, text, fitting, random.pick(askers))
  }

  const turns = fieldsInTurn(contract)
  for (const [at, [kind, fields]] of turns.entries()) {
    if (at === turns.length >> 1) findings.live.push(liveBytes())
    const drawn = drawer.draw(kind, fields)
    findings.asked += 1
    const operation = prepare(drawn.text)
    if (!operation) continue
    const letIn: Asker[] = []
    for (let turn = 0; turn < runsOfEach; turn += 1) {
      findings.asked += 1
      const asker = random.pick(letIn.length > 0 && random.chance(0.5) ? letIn : askers)
      const variables = handed(drawn)
      if (await run(operation, drawn.text, variables, asker)) letIn.push(asker)
      for (let spoilt = 0; spoilt < spoiltPerRun; spoilt += 1) await askSpoilt(operation, drawn, variables)
    }
  }
  findings.live.push(liveBytes())
  return findings
}

/** What is still held after everything else was let go. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('This engine collects by itself alone.')
  collect()
  return process.memoryUsage().heapUsed
}

/** Each root field alone, then the queries in pairs: what two of them share, one may spoil for the other. */
function fieldsInTurn(contract: GraphQLSchema): ['query' | 'mutation', string[]][] {
  const queries = Object.keys(contract.getQueryType()?.getFields() ?? {})
  const mutations = Object.keys(contract.getMutationType()?.getFields() ?? {})
  const one =
    (kind: 'query' | 'mutation') =>
    (name: string): ['query' | 'mutation', string[]] => [kind, [name]]
  const pairs = queries
    .filter((_name, at) => at % 5 === 0)
    .map((name, at): ['query', string[]] => ['query', [name, queries[(at + 7) % queries.length] ?? name]])
  return [...queries.map(one('query')), ...mutations.map(one('mutation')), ...pairs]
}

function gather(pool: string[], found: string): void {
  if (found !== '' && pool.length < 400 && !pool.includes(found)) pool.push(found)
}
