import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OpenSpan, Tracing } from '../platform/tracing.ts'

/** A span for each request, by its route: an address may hold numbers and names. Says which trace a request was. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): (request: FastifyRequest) => string | undefined {
  const spans = new WeakMap<FastifyRequest, OpenSpan>()
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'other'
    const attributes = { 'http.request.method': request.method, 'http.route': route }
    const span = tracing.begin(`${request.method} ${route}`, { kind: 'SERVER', attributes })
    spans.set(request, span)
    span.around(done)
  })
  app.addHook('onResponse', async (request, { statusCode }) => {
    spans.get(request)?.end({ 'http.response.status_code': statusCode }, statusCode >= 500)
  })
  return (request) => spans.get(request)?.traceId
}
