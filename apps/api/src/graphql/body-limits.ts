import { Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ContextOf } from '../http/context-of.ts'
import { Refusal } from '../access/refusal.ts'

/**
 * What one operation may weigh, in bytes. Until it is known who sends it, no more than signing in, checking a paper or the calculator
 * need [PD]; a declaration of 50,000 people is filed in parts, none of which needs more than the greater one.
 */
export const bodyLimits = { stranger: 64 * 1024, signedIn: 8 * 1024 * 1024 } as const

const tooLargeForStrangers = () =>
  // By this name the web client asks to sign in again and sends once more what was typed: the session may just have ended.
  new Refusal('UNAUTHENTICATED', `Sign in first: without it at most ${bodyLimits.stranger} bytes are read.`, {
    limitBytes: bodyLimits.stranger,
  })

export const tooLargeForAnyone = () =>
  new Refusal('TOO_LARGE', `An operation of more than ${bodyLimits.signedIn} bytes is not read: send it in parts.`, {
    limitBytes: bodyLimits.signedIn,
  })

/**
 * A hook before the body is read. Most operations say that they are small, and nobody is looked up for them; one that says that it is
 * large, or does not say how large it is, is read beyond the smaller limit only for who is signed in.
 */
export function limitBody(contextOf: ContextOf) {
  return async (request: FastifyRequest, reply: FastifyReply, payload: NodeJS.ReadableStream) => {
    const stated = Number(request.headers['content-length'] ?? Number.NaN)
    if (stated <= bodyLimits.stranger) return payload
    if (stated > bodyLimits.signedIn) throw tooLargeForAnyone()
    const { viewer } = await contextOf(request, reply)
    if (viewer?.stage === 'FULL') return payload
    if (stated > bodyLimits.stranger) throw tooLargeForStrangers()
    return payload.pipe(atMost(bodyLimits.stranger))
  }
}

/** Ends with the refusal as soon as more has arrived. */
function atMost(limit: number): Transform {
  let arrived = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      arrived += chunk.length
      if (arrived > limit) done(tooLargeForStrangers())
      else done(null, chunk)
    },
  })
}
