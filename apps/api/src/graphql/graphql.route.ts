import { RequestCache } from '@pothos/plugin-scope-auth'
import { withoutHidden } from '@shebao/kernel'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql'
import { z } from 'zod'
import { Refusal } from '../access/refusal.ts'
import { bearerOf } from '../http/bearer.ts'
import type { ContextOf } from '../http/context-of.ts'
import { statusOf } from '../http/mask-failures.ts'
import { unreadRequest } from '../http/unread-request.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import type { Platform } from '../platform/platform.ts'
import { traced } from '../platform/tracing.ts'
import { readAllowedOperations } from './allowed-operations.ts'
import { formatResolverError } from './answer-errors.ts'
import { bodyLimits, limitBody, tooLargeForAnyone } from './body-limits.ts'
import { VariablesRefused } from './compiled-execution.ts'
import type { Context } from './context.ts'
import { createOperations, OperationRefused } from './operations.ts'
import { schema } from './schema.ts'
import { answerToken, requireToken } from './token-request.ts'
import type { TokenAnswer } from './token-request.ts'
import { withKeysOfNow } from './with-keys-of-now.ts'

const bodySchema = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
})

interface Answer {
  status: number
  body: TokenAnswer
  /** It is that of an earlier request with the same idempotency key. */
  replayed?: boolean
}

export interface OperationWatch {
  /** The name it is known by, among those of the web client. */
  nameOf(operationName: string | undefined): string
  /** By the name that the caller gives it. */
  answered(operationName: string | undefined, outcome: 'ok' | 'error'): void
  /** Something was changed for this caller and is not answered yet. */
  mutated(context: Context): void
}

/**
 * GraphQL over HTTP: one operation a POST, JSON in and out. Batches and GET are not answered; a page elsewhere cannot send JSON
 * without asking first. Status 400: nothing has run; else 200, refusals of resolvers beside the data.
 */
export function addGraphql(
  app: FastifyInstance,
  platform: Platform,
  contextOf: ContextOf,
  watch: OperationWatch,
): void {
  const { mode, operationsDirectory } = platform.environment
  const allowed = mode === 'production' ? readAllowedOperations(operationsDirectory) : undefined
  const operations = createOperations(schema, allowed)
  // To an employer's own software the whole contract is open, within its scopes and limits.
  const openOperations = allowed ? createOperations(schema, undefined) : operations

  app.post('/graphql', {
    bodyLimit: bodyLimits.signedIn,
    preParsing: limitBody(contextOf),
    errorHandler: refuseUnread,
    // Given back to Fastify, the promise of a reply would be waited for by watching the stream until it ends.
    handler: (request, reply) => void answerOperation(request, reply).catch((error: unknown) => reply.send(error)),
  })

  async function answerOperation(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const body = bodySchema.safeParse(request.body)
    const {
      status,
      body: answered,
      replayed,
    }: Answer = body.success ? await answer(body.data) : { status: 400, body: { errors: [notAnOperation] } }
    if (replayed) reply.header('idempotency-replayed', 'true')
    watch.answered(body.data?.operationName ?? undefined, answered.errors ? 'error' : 'ok')
    reply
      .code(status)
      .header('cache-control', 'no-store')
      .type(mediaType(request.headers.accept))
      // Of names from before they were refused, and of what banks send, only what can be seen is shown.
      .send(`${withoutHidden(JSON.stringify(answered))}\n`)

    function answer(asked: z.infer<typeof bodySchema>): Promise<Answer> {
      const name = watch.nameOf(asked.operationName ?? undefined)
      return traced(platform.tracing, `graphql ${name}`, { attributes: { 'graphql.operation.name': name } }, () =>
        bearerOf(request) === undefined ? answerTo(asked) : answerSoftware(asked),
      )
    }

    async function answerTo({ query, operationName, variables }: z.infer<typeof bodySchema>): Promise<Answer> {
      try {
        const { mutates, run } = operations.prepare(query, operationName ?? undefined)
        let context = await contextOf(request, reply)
        const result = await withKeysOfNow(
          platform,
          mutates,
          async () => run(variables ?? {}, context),
          async () => {
            RequestCache.clearForContext(context)
            context = await contextOf(request, reply)
          },
        )
        if (mutates) watch.mutated(context)
        // What scope-auth remembers of a request would keep all of it until the next full collection: a WeakMap's values do.
        RequestCache.clearForContext(context)
        return { status: 200, body: shown(result) }
      } catch (error) {
        if (error instanceof OperationRefused || error instanceof VariablesRefused) return refused(error.errors)
        return unexpected(error)
      }
    }

    async function answerSoftware({ query, operationName, variables }: z.infer<typeof bodySchema>): Promise<Answer> {
      try {
        const context = await contextOf(request, reply)
        requireToken(context)
        const operation = openOperations.prepare(query, operationName ?? undefined)
        const { answer, replayed } = await answerToken(
          context,
          {
            operation,
            variables: variables ?? {},
            content: JSON.stringify([query, operationName ?? null, variables ?? {}]),
            idempotencyKey: headerOf(request, 'idempotency-key'),
            test: headerOf(request, 'shebao-test-mode') === 'true',
          },
          shown,
        )
        RequestCache.clearForContext(context)
        return { status: 200, body: answer, replayed }
      } catch (error) {
        if (error instanceof OperationRefused || error instanceof VariablesRefused) return refused(error.errors)
        if (!(error instanceof Refusal)) return unexpected(error)
        const { retryAt } = error.extensions
        if (typeof retryAt === 'string') reply.header('retry-after', secondsUntil(platform, retryAt))
        return { status: statusOf[error.code], body: { errors: [error.toJSON()] } }
      }
    }
  }

  const unexpected = (error: unknown): Answer => ({
    status: isDatabaseAway(error) ? 503 : 500,
    body: { errors: [formatResolverError({ message: '', originalError: error }, platform)] },
  })

  function shown({ data, errors }: ExecutionResult): Answer['body'] {
    return errors && errors.length > 0
      ? { errors: errors.map((error) => formatResolverError(error, platform)), data: data ?? null }
      : { data }
  }
}

/** The one value of a header; of several none, which is refused where one is needed. */
function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

const secondsUntil = ({ clock }: Platform, instant: string): number =>
  Math.max(1, Math.ceil((Date.parse(instant) - clock.now().getTime()) / 1000))

/** What was not read to its end: the shape of every answer here, and no more of it is waited for. */
function refuseUnread(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof Refusal ? error : error.statusCode === 413 ? tooLargeForAnyone() : undefined
  if (!refusal && (!('statusCode' in error) || (error.statusCode ?? 500) >= 500)) throw error
  const { status, code, error: message } = unreadRequest(error instanceof Refusal ? { statusCode: 413 } : error)
  if (refusal) reply.header('connection', 'close')
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type(mediaType(request.headers.accept))
    .send(`${JSON.stringify({ errors: [refusal?.toJSON() ?? { message, extensions: { code } }] })}\n`)
}

const refused = (errors: readonly GraphQLError[]): Answer => ({
  status: 400,
  body: { errors: errors.map((error) => error.toJSON()) },
})

const notAnOperation: GraphQLFormattedError = {
  message: 'A JSON object with the text of one operation in "query" is needed.',
  extensions: { code: 'BAD_REQUEST' },
}

/** As the specification of GraphQL over HTTP has it: its own type for whoever asks for it, else plain JSON. */
const mediaType = (accept: string | undefined): string =>
  accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8'
