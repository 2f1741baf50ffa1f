import type { FastifyReply } from 'fastify'
import { GraphQLError } from 'graphql'

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 422,
}

/** Answers with the letters as one PDF that no browser or proxy keeps; a refusal by its code. */
export async function sendLetter(
  reply: FastifyReply,
  name: string,
  print: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<FastifyReply> {
  try {
    const pdf = await print()
    return await reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${name}.pdf"`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(pdf.buffer))
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions['code'] : undefined
    const status = typeof code === 'string' ? statusOf[code] : undefined
    if (status === undefined) throw error
    return reply.code(status).send({ error: code })
  }
}
