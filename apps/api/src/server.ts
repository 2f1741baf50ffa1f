import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addGraphql } from './graphql/graphql.route.ts'
import { readOperationNames } from './graphql/operation-names.ts'
import type { BillingChecks } from './fitness/readiness.ts'
import { addOfficeMetrics } from './operations/add-office-metrics.ts'
import { judgeAlerts } from './operations/firing-alerts.ts'
import type { JudgedSeries } from './operations/firing-alerts.ts'
import type { Viewer } from './access/viewer.ts'
import { tenantOf } from './access/tenant-of.ts'
import { createViewerMemory } from './access/viewer-memory.ts'
import type { ViewerMemory } from './access/viewer-memory.ts'
import type { ContextOf } from './http/context-of.ts'
import { bearerOf, noCookie } from './http/bearer.ts'
import { readFirstPages } from './http/first-pages.ts'
import { createPatientServer } from './http/patient-server.ts'
import { maskFailures } from './http/mask-failures.ts'
import { addMetrics } from './http/metrics.route.ts'
import { RequestContext, RequestCookie } from './http/request-context.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { traceRequests } from './http/trace-requests.ts'
import { tellReaders } from './http/tell-readers.ts'
import { answerBrokenRequest, sendUnread } from './http/unread-request.ts'
import { listen } from './platform/listen.ts'
import { createMetrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { createRoom } from './platform/room.ts'
import { asOffice, inRequest, nameTenant } from './platform/tenancy.ts'
import { within } from './platform/within.ts'

/** Of every route that states no other limit: what is read before it is known who asks stays small [PD]. */
const bodyLimitBytes = 64 * 1024
/** Until a request has arrived whole; a body that never ends would be held for ever. */
const longestRequestMs = 120_000
/** Longer than a proxy keeps a connection to us, which usually is a minute: it is the proxy that lets go. */
const keepAliveMs = 72_000
/** One packet takes it as it is. */
const smallestCompressedBytes = 1400

export interface ServerParts {
  /** Who a session token belongs to, or nobody. */
  findViewer(platform: Platform, token: string | undefined): Promise<Viewer | undefined>
  /** Who an access token stands for, or nobody; without it no software is let in. */
  findTokenViewer?(platform: Platform, secret: string): Promise<Viewer | undefined>
  /** What the features know of their readiness to bill; without it the office's state is not among the metrics. */
  checks?: BillingChecks
  /** What is done with what the server finds wrong with itself, from when it listens until the function that it gives is called. */
  watch?(platform: Platform, judge: () => Promise<readonly JudgedSeries[]>): () => Promise<void>
  /** Routes of features that are not GraphQL: documents, bank notifications. */
  routes: readonly ((app: FastifyInstance, platform: Platform, contextOf: ContextOf) => void)[]
}

/** Before anything is asked for that may be sealed with a key of later. What cannot be read now is said by what needs it. */
async function readKeysAnew({ keyRing }: Platform): Promise<void> {
  if (keyRing && !keyRing.isFresh()) await keyRing.reload().catch(() => undefined)
}

/** Everything that answers over HTTP, not yet listening. */
export async function createServer(platform: Platform, parts: ServerParts): Promise<FastifyInstance> {
  const { environment } = platform
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: environment.trustProxy,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply) => void sendUnread(reply, error),
    logger: false,
    serverFactory: (handler) =>
      createPatientServer(handler, { longestRequestMs, keepAliveMs, certificate: environment.certificate }),
    // What still arrives on a connection that is open is answered, and the connection closed.
    return503OnClosing: false,
  })
  const stopWatching: (() => Promise<void>)[] = []
  const metrics = createMetrics(readOperationNames(environment.operationsDirectory), () => isAnswering(platform))
  platform.noteFailure = metrics.countFailure
  platform.room = createRoom()
  if (parts.checks) addOfficeMetrics(metrics.registry, platform, parts.checks)

  const traceIdOf = platform.tracing ? traceRequests(app, platform.tracing) : undefined
  maskFailures(app, platform)
  await app.register(fastifyCookie)
  addSecurityHeaders(app, environment.publicUrl)
  tellReaders(app)
  await compressAnswers(app)

  const viewers = rememberViewers(app, platform, parts)
  const secure = environment.publicUrl.startsWith('https:')
  const findContext: ContextOf = async (request, reply) => {
    await readKeysAnew(platform)
    const secret = bearerOf(request)
    if (secret !== undefined)
      return new RequestContext(platform, request, noCookie, await parts.findTokenViewer?.(platform, secret))
    const cookie = new RequestCookie(request, reply, secure)
    return new RequestContext(platform, request, cookie, await viewers.find(cookie.token))
  }
  for (const entered of ['onRequest', 'preHandler'] as const)
    app.addHook(entered, (request: FastifyRequest, _reply: FastifyReply, done: () => void) => inRequest(request, done))
  const contextOf: ContextOf = async (request, reply) => {
    const context = await asOffice('SIGN_IN', () => findContext(request, reply))
    nameTenant(tenantOf(context.viewer))
    return context
  }

  addGraphql(app, platform, contextOf, {
    nameOf: metrics.nameOf,
    answered: (operation, outcome) => metrics.countOperation(operation, outcome),
    mutated: ({ cookie }) => viewers.forget(cookie.token),
  })

  addMetrics(app, platform, metrics)
  for (const addRoutes of parts.routes) addRoutes(app, platform, contextOf)
  await serveWeb(app, environment.webDirectory)

  app.addHook('onListen', async () => {
    const stop = parts.watch?.(platform, () => judgeAlerts(metrics.registry))
    if (stop) stopWatching.push(stop)
  })
  app.addHook('onClose', async () => {
    for (const stop of stopWatching) await stop()
  })
  keepNoConnectionWhileLeaving(app, platform)
  closeIdleConnectionsWhileClosing(app)
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'other'
    metrics.requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000)
    platform.logger.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(traceIdOf ? { traceId: traceIdOf(request) } : {}),
      },
      'answered',
    )
    done()
  })
  return app
}

/**
 * Answers of text and JSON are compressed; the built pages are so already. What a compressed length can tell (BREACH) needs a
 * secret beside text of the attacker's choosing in an answer that the attacker can have asked for in another's name. The
 * session is in no body, its cookie goes along with no request from elsewhere but a followed link, and /graphql takes POST only.
 *
 * Requests are not unpacked: the limit of a body would hold only for what it is packed into.
 */
async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: smallestCompressedBytes,
    globalDecompression: false,
  })
}

/**
 * A connection that is answering when the server begins to close becomes idle later, and nobody would close it before
 * its keep-alive time is over: stopping would take more than a minute.
 */
function closeIdleConnectionsWhileClosing(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), 100)
    app.server.once('close', () => clearInterval(sweep))
  })
}

/** Those that a balancer keeps end with an answer in this time, and not under a request of the moment in which it closes. */
function keepNoConnectionWhileLeaving(app: FastifyInstance, platform: Platform): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (platform.leaving) reply.header('connection', 'close')
    done(null, payload)
  })
}

const longestProbeMs = 5_000

async function isAnswering({ database }: Platform): Promise<boolean> {
  const probe = asOffice('PROBE', () => database.query({ text: 'SELECT 1' })).then(
    () => true,
    () => false,
  )
  return within(longestProbeMs, probe, false)
}

/** The single-page application: hashed assets for a year, and its page for every address that a person may open. */
async function serveWeb(app: FastifyInstance, webDirectory: string): Promise<void> {
  const built = existsSync(join(webDirectory, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: webDirectory,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const linkOf = readFirstPages(webDirectory)
  const sendPage = ({ url }: FastifyRequest, reply: FastifyReply) => {
    const link = linkOf(url.split('?', 1)[0] ?? '')
    if (link) reply.header('link', link)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  }
  if (built) app.get('/', sendPage)
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (built && wantsPage) return sendPage(request, reply)
    return reply.code(404).send({ error: 'Not found.' })
  })
}

/** The embedded database tells nobody of changes, and only one process has it: there each request asks. */
function rememberViewers(app: FastifyInstance, platform: Platform, { findViewer }: ServerParts): ViewerMemory {
  const viewers = createViewerMemory((token) => findViewer(platform, token), platform.clock)
  const { databaseUrl } = platform.environment
  if (databaseUrl === undefined) return viewers
  const stop = listen(databaseUrl, 'session_changed', {
    message: viewers.changed,
    ready: () => viewers.hears(true),
    lost: () => viewers.hears(false),
  })
  app.addHook('onClose', stop)
  return viewers
}
