import { EnforcementRequest } from '@shebao/bank-protocol/enforcement'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { answer, enforcementStatus, holdingOf, sameEnforcement } from './enforcement.ts'
import type { HeldRequest } from './enforcement.ts'
import type { Journal, MannerChosen } from './journal.ts'
import type { Messenger } from './messenger.ts'
import { parseJson, requireSignature } from './office-signature.ts'

const numbered = z.object({ request: z.string() })

/** What the office asks under SIL 63, signed: put a request, ask what was said of it, take it back. */
export function addEnforcementRoutes(
  app: FastifyInstance,
  journal: Journal,
  messenger: Messenger,
  { sharedKey, lateMs }: { sharedKey: Uint8Array; lateMs: number },
): void {
  const preHandler = requireSignature(sharedKey)
  app.post('/enforcement', { preHandler }, async (request, reply) => {
    const parsed = EnforcementRequest.safeParse(parseJson(request.body))
    if (!parsed.success)
      return reply.code(400).send({ error: 'MALFORMED', issues: parsed.error.issues.map(({ path }) => path.join('.')) })
    const known = journal.findHeld(parsed.data.request)
    if (known && !sameEnforcement(known, parsed.data))
      return reply.code(409).send({ error: 'NUMBER_USED_FOR_ANOTHER_REQUEST' })
    if (known) return enforcementStatus(known)
    const held: HeldRequest = { request: parsed.data, replies: [], withdrawn: false, takenAtMs: Date.now() }
    withdrawReplaced(journal, parsed.data)
    journal.record({ held })
    answerHeld(journal, messenger, held, { ...journal.manner(), lateMs })
    // Only that it was taken in: what the bank has to say it says by itself, or when it is asked.
    return reply.code(201).send(enforcementStatus(held))
  })
  app.get('/enforcement/:request', { preHandler }, async (request, reply) => {
    const held = journal.findHeld(numbered.parse(request.params).request)
    return held ? enforcementStatus(held) : reply.code(404).send({ error: 'UNKNOWN_REQUEST' })
  })
  app.post('/enforcement/:request/withdraw', { preHandler }, async (request, reply) => {
    const held = journal.findHeld(numbered.parse(request.params).request)
    if (!held) return reply.code(404).send({ error: 'UNKNOWN_REQUEST' })
    const withdrawn = { ...held, withdrawn: true }
    if (!held.withdrawn) journal.record({ held: withdrawn })
    return enforcementStatus(withdrawn)
  })
}

function withdrawReplaced(journal: Journal, request: EnforcementRequest): void {
  const replaced = request.kind === 'ALLOCATION' && request.replaces ? journal.findHeld(request.replaces) : undefined
  if (replaced) journal.record({ held: { ...replaced, withdrawn: true } })
}

type Choice = MannerChosen & { lateMs: number }

/** Answers one request, and lets the office hear of it. Returns whether there was something to answer. */
export function answerHeld(
  journal: Journal,
  messenger: Messenger,
  held: HeldRequest,
  { manner, account, balance, lateMs }: Choice,
): boolean {
  const known = holdingOf(held.request.unit.name, journal.heldRequests())
  const holding = { account: account ?? known.account, balance: balance ?? known.balance }
  const answered = answer(held, manner, holding, { nowMs: Date.now(), lateMs })
  if (!answered) return false
  journal.record(answered)
  for (const delivery of answered.deliveries) messenger.plan(delivery)
  return true
}
