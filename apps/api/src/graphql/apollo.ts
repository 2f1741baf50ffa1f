import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { Platform } from '../platform/platform.ts'
import { allowOnly, readAllowedOperations } from './allowed-operations.ts'
import { compiledGateway } from './compiled-execution.ts'
import type { Context } from './context.ts'
import { schema } from './schema.ts'

/** Several times the client's largest operation. Without it, validating a huge document would take minutes. */
const mostTokens = 5_000

/** The GraphQL server. Unexpected failures reach the client as a reference number and the log as a stack. */
export function createApollo(platform: Platform): ApolloServer<Context> {
  const production = platform.environment.mode === 'production'
  return new ApolloServer<Context>({
    gateway: compiledGateway(schema),
    introspection: !production,
    validationRules: production ? [NoSchemaIntrospectionCustomRule] : [],
    parseOptions: { maxTokens: mostTokens },
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // An unbounded body of batched operations would walk around the cost limit.
    allowBatchedHttpRequests: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(production ? [allowOnly(readAllowedOperations(platform.environment.operationsDirectory))] : []),
    ],
    formatError: (formatted, error) => maskUnexpected(formatted, error, platform),
    stopOnTerminationSignals: false,
  })
}

function maskUnexpected(formatted: GraphQLFormattedError, error: unknown, platform: Platform): GraphQLFormattedError {
  const original = unwrapResolverError(error)
  const unexpected = formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR' && !(original instanceof GraphQLError)
  if (!unexpected) return formatted
  const reference = crypto.randomUUID().slice(0, 8)
  platform.logger.error({ reference, stack: stackOf(original), path: formatted.path }, 'a resolver failed')
  return {
    message: `Something went wrong on our side. Reference: ${reference}`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    ...(formatted.path ? { path: formatted.path } : {}),
  }
}

/** The stack without the message's first line: a database message may quote a value. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return [error.name, ...(error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))].join(
    '\n',
  )
}
