import type { FastifyReply, FastifyServerOptions } from 'fastify'
import type { ErrorCode } from '../access/refusal.ts'

interface UnreadRequest {
  status: number
  code: ErrorCode
  /** For who wrote the program that asks; a person's browser sends none of these. */
  error: string
  field?: string
}

interface ReadError {
  statusCode?: number
  validation?: readonly { instancePath?: string }[]
}

const notWhole =
  'The request cannot be read: it broke off, or is not what its headers say. Nothing was done; send it again.'

/** A request that was never read as far as a route, in the words of the product and not of its libraries. */
export function unreadRequest({ statusCode = 400, validation }: ReadError): UnreadRequest {
  if (statusCode === 413) return { status: 413, code: 'TOO_LARGE', error: 'This is larger than what is taken here.' }
  if (statusCode === 415)
    return { status: 415, code: 'BAD_USER_INPUT', error: 'What is sent is of a kind that is not read here.' }
  const [field] = (validation ?? []).flatMap(({ instancePath = '' }) => instancePath.split('/').filter(Boolean))
  if (!validation) return { status: statusCode, code: 'BAD_USER_INPUT', error: notWhole }
  const error = 'This part of the address is given twice or is not what it should be.'
  return { status: statusCode, code: 'BAD_USER_INPUT', error, ...(field === undefined ? {} : { field }) }
}

export function sendUnread(reply: FastifyReply, error: ReadError): FastifyReply {
  const { status, ...said } = unreadRequest(error)
  return reply.code(status).send(said)
}

const brokenStatuses: Partial<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What breaks the protocol itself is answered on the bare connection, which then ends; one that is gone gets nothing. */
export const answerBrokenRequest: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error)
  const status = brokenStatuses[error.code] ?? '400 Bad Request'
  const body = JSON.stringify({ error: notWhole, code: 'BAD_USER_INPUT' })
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
