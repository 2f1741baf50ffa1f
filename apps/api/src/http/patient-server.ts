import { Server } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { asNobody } from '../platform/tenancy.ts'

/**
 * Node takes a connection for idle as soon as its answer is handed over, however much of that is still to be sent, and cuts it when the
 * server closes. Here nothing idle is closed while an answer is on its way to somebody who reads slowly.
 */
export class PatientServer extends Server {
  readonly #sending = new Set<ServerResponse>()

  constructor(handler: RequestListener, limits: { longestRequestMs: number; keepAliveMs: number }) {
    super(handler)
    this.requestTimeout = limits.longestRequestMs
    this.keepAliveTimeout = limits.keepAliveMs
    this.setTimeout(0)
    this.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      this.#sending.add(response)
      response.once('close', () => this.#sending.delete(response))
    })
  }

  /** Connections, and what arrives on them, go on as whoever listened: the office as it started, otherwise. */
  override listen(...given: never): this
  override listen(...given: unknown[]): this {
    return asNobody(() => super.listen(...(given as [])))
  }

  override closeIdleConnections(): void {
    for (const { writableEnded, writableFinished } of this.#sending) if (writableEnded && !writableFinished) return
    super.closeIdleConnections()
  }
}
