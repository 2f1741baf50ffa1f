import type { FastifyReply, FastifyRequest } from 'fastify'
import { actingFor } from '../access/acting-for.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Context, SessionCookie } from '../graphql/context.ts'
import type { Platform } from '../platform/platform.ts'

/** Behind https by the name that browsers let only this host set, for all its paths and over https: no sister domain can put another there. */
export const sessionCookieName = (secure: boolean) => (secure ? '__Host-shebao_session' : 'shebao_session')

/**
 * Who asks, for one request. A class, because an object literal with a getter is given a hidden class of its own each time: every
 * access to it would be looked up slowly, and what it holds be kept until the next full collection.
 */
export class RequestContext implements Context {
  readonly platform: Platform
  readonly viewer: Viewer | undefined
  readonly cookie: SessionCookie
  readonly #request: FastifyRequest
  constructor(platform: Platform, request: FastifyRequest, cookie: SessionCookie, viewer: Viewer | undefined) {
    this.platform = actingFor(platform, viewer)
    this.viewer = viewer
    this.cookie = cookie
    this.#request = request
  }
  /** Made when something is written or throttled: most requests only read. */
  get origin(): string {
    if (this.viewer?.kind === 'EMPLOYER' && this.viewer.token) return `token:${this.viewer.token.id}`
    return Buffer.from(this.platform.vault.lookupHash('origin', this.#request.ip)).toString('hex').slice(0, 24)
  }
  get userAgent(): string {
    return (this.#request.headers['user-agent'] ?? '').slice(0, 200)
  }
  get requestId(): string {
    return this.#request.id
  }
}

export class RequestCookie implements SessionCookie {
  readonly token: string | undefined
  readonly #reply: FastifyReply
  readonly #name: string
  readonly #options: { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean }
  constructor(request: FastifyRequest, reply: FastifyReply, secure: boolean) {
    this.#name = sessionCookieName(secure)
    this.token = request.cookies[this.#name]
    this.#reply = reply
    this.#options = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  }
  set(token: string, expires: Date): void {
    this.#reply.setCookie(this.#name, token, { ...this.#options, expires })
  }
  clear(): void {
    this.#reply.clearCookie(this.#name, this.#options)
  }
}
