import Fastify from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answers } from './agreement.ts'
import { addAgreementPages } from './agreement-pages.ts'
import { addAgreementRoutes } from './agreement-routes.ts'
import { cashierCss, cashierPage, unknownOrderPage } from './cashier-page.ts'
import { addEnforcementPages } from './enforcement-pages.ts'
import { addEnforcementRoutes } from './enforcement-routes.ts'
import { takeInHistory } from './history.ts'
import { openJournal } from './journal.ts'
import type { Journal } from './journal.ts'
import { startMessenger } from './messenger.ts'
import type { Messenger } from './messenger.ts'
import { parseJson, requireSignature } from './office-signature.ts'
import { BEHAVIOURS, failOrder, openOrder, payOrder, sameRequest, stateAt, statusOf } from './order.ts'
import { OrderRequest } from '@shebao/bank-protocol'
import { languageOf, readForm } from './read-form.ts'
import { addRehearsalRoutes } from './rehearsal-routes.ts'
import { addStatementRoutes } from './statement-routes.ts'
import type { BankAccount } from './statement.ts'

export interface BankOptions {
  sharedKey: Uint8Array
  /** Origin of the filing service, where the clerk returns to. */
  returnOrigin: string
  notifyUrl: string
  /** The office's account, where all money goes. */
  account: BankAccount
  dataDirectory: string
  /** How late "late" is. */
  lateMs: number
  firstRetryMs: number
}

const Choice = z.object({ action: z.enum(['pay', 'later', 'fail']), behaviour: z.enum(BEHAVIOURS).default('ONCE') })
const keyParameter = z.object({ key: z.string() })
const tokenParameter = z.object({ token: z.string() })

/** The whole bank: an interface for the office, signed, and a cashier's page for people. */
export function createBank(options: BankOptions): FastifyInstance {
  const journal = openJournal(options.dataDirectory)
  takeInHistory(journal, options.dataDirectory)
  const messenger = startMessenger(journal, options)
  const app = Fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true })
  app.addHook('onClose', async () => {
    messenger.stop()
    journal.close()
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${options.returnOrigin}; frame-ancestors 'none'; base-uri 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })
  addOfficeRoutes(app, journal, options)
  addAgreementRoutes(app, journal, messenger, options)
  addAgreementPages(app, journal, messenger, options)
  addStatementRoutes(app, journal, options)
  addCashierRoutes(app, journal, messenger, options)
  addRehearsalRoutes(app, journal)
  addEnforcementRoutes(app, journal, messenger, options)
  addEnforcementPages(app, journal, messenger, options)
  app.get('/healthz', async () => ({ status: 'ok' }))
  return app
}

function addOfficeRoutes(app: FastifyInstance, journal: Journal, { sharedKey }: BankOptions): void {
  const preHandler = requireSignature(sharedKey)
  app.post('/orders', { preHandler }, async (request, reply) => {
    const parsed = OrderRequest.safeParse(parseJson(request.body))
    if (!parsed.success)
      return reply.code(400).send({ error: 'MALFORMED', issues: parsed.error.issues.map(({ path }) => path.join('.')) })
    const known = journal.findByKey(parsed.data.key)
    if (known && !sameRequest(known, parsed.data)) return reply.code(409).send({ error: 'KEY_USED_FOR_ANOTHER_ORDER' })
    const order = known ?? openOrder(parsed.data, Date.now())
    if (!known) journal.record({ order })
    return reply.code(known ? 200 : 201).send(statusOf(order, Date.now()))
  })
  app.get('/orders/:key', { preHandler }, async (request, reply) => {
    const order = journal.findByKey(keyParameter.parse(request.params).key)
    if (!order) return reply.code(404).send({ error: 'UNKNOWN_ORDER' })
    return answers(journal.findAgreement(order.agreementNo ?? ''))
      ? statusOf(order, Date.now())
      : reply.code(504).send({ error: 'NO_ANSWER' })
  })
}

function addCashierRoutes(app: FastifyInstance, journal: Journal, messenger: Messenger, options: BankOptions): void {
  // A debit has no page: its account decides.
  const payableOrder = (request: FastifyRequest) => {
    const order = journal.findByToken(tokenParameter.parse(request.params).token)
    return order?.channel === 'AGREEMENT_DEBIT' ? undefined : order
  }
  app.get('/cashier.css', async (_request, reply) => reply.type('text/css').send(cashierCss))
  app.get('/pay/:token', async (request, reply) => {
    const order = payableOrder(request)
    const language = languageOf(request, order?.language)
    reply.type('text/html; charset=utf-8')
    if (!order) return reply.code(404).send(unknownOrderPage(language, options.returnOrigin))
    return cashierPage(order, stateAt(order, Date.now()), language, options.returnOrigin + order.returnPath)
  })
  app.post('/pay/:token', async (request, reply) => {
    const order = payableOrder(request)
    const choice = Choice.safeParse(readForm(request.body))
    if (!order || !choice.success)
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(unknownOrderPage(languageOf(request, order?.language), options.returnOrigin))
    const { action, behaviour } = choice.data
    const now = Date.now()
    // Pressed twice, or on a page that stayed open: the first press stands.
    if (action !== 'later' && stateAt(order, now) === 'OPEN') {
      const settled =
        action === 'pay' ? payOrder(order, behaviour, now, options.lateMs) : failOrder(order, 'INSUFFICIENT', now)
      journal.record(settled)
      for (const delivery of settled.deliveries) messenger.plan(delivery)
    }
    return reply.redirect(options.returnOrigin + order.returnPath, 303)
  })
}
