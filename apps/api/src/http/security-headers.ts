import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

/**
 * The headers that tell a browser what our pages may do. They are the same for every answer, so helmet words them once and not
 * each time.
 */
export function addSecurityHeaders(app: FastifyInstance, publicUrl: string): void {
  const word = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  })
  const request = new IncomingMessage(new Socket())
  const collected = new ServerResponse(request)
  word(request, collected, (error) => {
    if (error !== undefined) throw new Error('the security headers cannot be worded')
  })
  const headers = collected.getHeaders()
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}
