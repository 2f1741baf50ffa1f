import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { agreementStatus, answers, decideDebit, openAgreement, openDebit, sameAgreement } from './agreement.ts'
import type { Agreement } from './agreement.ts'
import type { Journal } from './journal.ts'
import type { Messenger } from './messenger.ts'
import { parseJson, requireSignature } from './office-signature.ts'
import { sameRequest, statusOf } from './order.ts'
import type { Order } from './order.ts'
import { AgreementRequest, DebitRequest } from '@shebao/bank-protocol'

export interface AgreementOptions {
  sharedKey: Uint8Array
  returnOrigin: string
  lateMs: number
}

const numbered = z.object({ agreementNo: z.string() })

/** What the office asks of agreements, signed: begin one, see one, end one, draw on one. */
export function addAgreementRoutes(
  app: FastifyInstance,
  journal: Journal,
  messenger: Messenger,
  { sharedKey, lateMs }: AgreementOptions,
): void {
  const preHandler = requireSignature(sharedKey)
  app.post('/agreements', { preHandler }, async (request, reply) => {
    const parsed = AgreementRequest.safeParse(parseJson(request.body))
    if (!parsed.success) return malformed(reply, parsed.error)
    const known = journal.findAgreement(parsed.data.agreementNo)
    if (known && !sameAgreement(known, parsed.data))
      return reply.code(409).send({ error: 'NUMBER_USED_FOR_ANOTHER_AGREEMENT' })
    const agreement = known ?? openAgreement(parsed.data, Date.now())
    if (!known) journal.record({ agreement })
    return reply.code(known ? 200 : 201).send(agreementStatus(agreement))
  })
  app.get('/agreements/:agreementNo', { preHandler }, async (request, reply) => {
    const agreement = journal.findAgreement(numbered.parse(request.params).agreementNo)
    return agreement ? agreementStatus(agreement) : reply.code(404).send({ error: 'UNKNOWN_AGREEMENT' })
  })
  app.post('/agreements/:agreementNo/end', { preHandler }, async (request, reply) => {
    const agreement = journal.findAgreement(numbered.parse(request.params).agreementNo)
    if (!agreement) return reply.code(404).send({ error: 'UNKNOWN_AGREEMENT' })
    const ended: Agreement = { ...agreement, state: 'ENDED' }
    if (agreement.state !== 'ENDED') journal.record({ agreement: ended })
    return agreementStatus(ended)
  })
  app.post('/debits', { preHandler }, async (request, reply) => {
    const parsed = DebitRequest.safeParse(parseJson(request.body))
    if (!parsed.success) return malformed(reply, parsed.error)
    const known = journal.findByKey(parsed.data.key)
    if (known && (known.agreementNo !== parsed.data.agreementNo || !sameRequest(known, parsed.data)))
      return reply.code(409).send({ error: 'KEY_USED_FOR_ANOTHER_ORDER' })
    const agreement = journal.findAgreement(parsed.data.agreementNo)
    const order = known ?? openDebit(parsed.data, agreement, Date.now())
    if (!known) journal.record({ order })
    // The answer says only that it was taken in; how the account decides the office hears as of any payment.
    const answer = statusOf(order, Date.now())
    if (!known) settleDebit(journal, messenger, order, lateMs)
    return answers(agreement)
      ? reply.code(known ? 200 : 201).send(answer)
      : reply.code(504).send({ error: 'NO_ANSWER' })
  })
  // Taken in and killed before the account decided: it decides now.
  for (const order of journal.undecidedDebits()) settleDebit(journal, messenger, order, lateMs)
}

export function settleDebit(journal: Journal, messenger: Messenger, order: Order, lateMs: number): void {
  const decided = decideDebit(order, journal.findAgreement(order.agreementNo ?? ''), Date.now(), lateMs)
  if (!decided) return
  journal.record(decided)
  for (const delivery of decided.deliveries) messenger.plan(delivery)
}

function malformed(reply: FastifyReply, error: z.ZodError) {
  return reply.code(400).send({ error: 'MALFORMED', issues: error.issues.map(({ path }) => path.join('.')) })
}
