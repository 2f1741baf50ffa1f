import { createServer as createPlainServer } from 'node:http'
import type { RequestListener, Server, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Environment } from '../platform/environment.ts'
import { asNobody } from '../platform/tenancy.ts'

interface PatientOptions {
  longestRequestMs: number
  keepAliveMs: number
  /** Without one, whoever stands in front ends TLS. */
  certificate: Environment['certificate']
}

/**
 * Node takes a connection for idle as soon as its answer is handed over, however much of that is still to be sent, and cuts it when the
 * server closes. Here nothing idle is closed while an answer is on its way to somebody who reads slowly.
 */
export function createPatientServer(handler: RequestListener, options: PatientOptions): Server {
  const server = options.certificate ? createTlsServer(options.certificate, handler) : createPlainServer(handler)
  server.requestTimeout = options.longestRequestMs
  server.keepAliveTimeout = options.keepAliveMs
  server.setTimeout(0)

  const sending = new Set<ServerResponse>()
  server.prependListener('request', (_request, response) => {
    sending.add(response)
    response.once('close', () => sending.delete(response))
  })
  const closeIdle = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {
    for (const { writableEnded, writableFinished } of sending) if (writableEnded && !writableFinished) return
    closeIdle()
  }

  // Connections, and what arrives on them, go on as whoever listened: the office as it started, otherwise.
  const listen = server.listen.bind(server) as (...given: unknown[]) => Server
  server.listen = ((...given: unknown[]) => asNobody(() => listen(...given))) as Server['listen']
  return server
}
