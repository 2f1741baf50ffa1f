import type { FastifyReply, FastifyRequest } from 'fastify'
import { signatureProblem } from '@shebao/bank-protocol'

/** Lets in what the office signed, and nothing else. */
export function requireSignature(sharedKey: Uint8Array) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const body = typeof request.body === 'string' ? request.body : ''
    const problem = signatureProblem(
      sharedKey,
      { method: request.method, path: request.url, body },
      request.headers,
      Date.now(),
    )
    if (problem) return reply.code(401).send({ error: problem })
  }
}

export function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}
