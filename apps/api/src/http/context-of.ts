import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../graphql/context.ts'

/** Who asks over HTTP outside GraphQL: the same context that a resolver is given, from the same cookie. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
