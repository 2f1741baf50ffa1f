import { setTimeout } from 'node:timers/promises'
import { declarationJobs } from './features/filing/declaration/index.ts'
import { bankKeyOf } from './features/money/bank/index.ts'
import { employerLockJob } from './features/money/employer-lock/index.ts'
import { bankRequestJobs, enforcementJobs } from './features/money/enforcement/index.ts'
import { fineJobs } from './features/money/fine/index.ts'
import { billingJobs } from './features/money/run/index.ts'
import { reconciliationJobs } from './features/money/reconciliation/index.ts'
import { registerJobs } from './features/register/employer/index.ts'
import { findPayee } from './features/register/office/index.ts'
import { auditJobs, linkBeforeStopping } from './features/office/audit/index.ts'
import { registrationJobs } from './features/register/registration/index.ts'
import { attachmentJobs } from './features/register/attachment/index.ts'
import { statisticsJobs } from './features/desk/statistics/index.ts'
import { questionJobs } from './features/desk/question/index.ts'
import { hotlineJobs } from './features/desk/hotline/index.ts'
import { queueJobs } from './features/desk/queue/index.ts'
import { waitingLifecycles } from './lifecycles.ts'
import { cardJobs } from './features/register/card/index.ts'
import { notificationJobs } from './features/register/notification/index.ts'
import { mandateJobs } from './features/office/mandate/index.ts'
import { paperJobs } from './features/filing/paper-copy/index.ts'
import { papersJobs } from './features/desk/papers/index.ts'
import { rightsJobs } from './features/desk/rights/index.ts'
import { accessTokenJobs } from './features/office/access-token/index.ts'
import { findActingClerk, sessionJobs } from './features/office/session/index.ts'
import { Unfit, unfitExitCode } from './fitness/lack.ts'
import { readEnvironment } from './platform/environment.ts'
import { startJobs, traceJob } from './platform/jobs.ts'
import { keyJobs } from './platform/key-work.ts'
import { createLogger } from './platform/logger.ts'
import { startSandboxBank } from './platform/sandbox-bank.ts'
import { prepareOffice } from './prepare-office.ts'
import { serverParts } from './server-parts.ts'
import { startServer } from './start.ts'
import type { RunningServer } from './start.ts'

const settings = readEnvironment()
// Loading it takes time, which who has no collector does not spend.
const tracing = settings.tracesEndpoint
  ? (await import('./platform/otlp-tracing.ts')).startOtlpTracing(settings.tracesEndpoint, settings.tracesRatio)
  : undefined
const logger = createLogger(settings.logLevel, tracing)

try {
  const environment = { ...settings }
  const { promise: listening, resolve: isListening } = Promise.withResolvers<RunningServer>()
  let closeNow: (() => void) | undefined
  const stop = async (signal: string) => {
    // Whoever says it twice does not wait for a balancer.
    if (closeNow) return closeNow()
    const { promise: hurried, resolve } = Promise.withResolvers<void>()
    closeNow = resolve
    logger.info({ signal, drainSeconds: settings.drainSeconds }, 'stopping')
    const server = await listening
    server.leave()
    if (settings.drainSeconds > 0) await Promise.race([hurried, setTimeout(settings.drainSeconds * 1000)])
    // A database that says nothing any more must not keep it: what was acknowledged is kept, and the children end by themselves.
    void setTimeout(settings.stopSeconds * 1000, undefined, { ref: false }).then(() => {
      logger.error('stopping took too long')
      process.exit(1)
    })
    try {
      await server.stop()
      await tracing?.stop()
      process.exit(0)
    } catch (error) {
      logger.error({ error: String(error) }, 'stopping failed')
      process.exit(1)
    }
  }
  const server = await startServer(
    environment,
    logger,
    serverParts,
    async (platform) => {
      await prepareOffice(platform)
      // Only now: a second server on this data directory has been refused before it could disturb the first one's bank.
      // In production there is an address, or this would not have been reached.
      const bank = settings.sandboxBankUrl
        ? undefined
        : await startSandboxBank(settings, bankKeyOf(platform), await findPayee(platform))
      if (bank) environment.sandboxBankUrl = bank.url
      const all = [
        ...registerJobs(platform),
        ...billingJobs(platform),
        ...enforcementJobs(platform),
        ...bankRequestJobs(platform),
        employerLockJob(platform),
        ...fineJobs(platform),
        ...declarationJobs(platform),
        ...sessionJobs(platform),
        ...accessTokenJobs(platform),
        ...attachmentJobs(platform),
        ...registrationJobs(platform),
        ...questionJobs(platform),
        ...statisticsJobs(platform),
        ...papersJobs(platform, findActingClerk),
        ...rightsJobs(platform),
        ...mandateJobs(platform),
        ...paperJobs(platform),
        ...notificationJobs(platform),
        ...cardJobs(platform),
        ...hotlineJobs(platform),
        ...queueJobs(platform, waitingLifecycles),
        ...reconciliationJobs(platform),
        ...auditJobs(platform),
        ...keyJobs(platform),
      ]
      const jobs = await startJobs(platform.database, logger, tracing ? all.map((job) => traceJob(tracing, job)) : all)
      platform.jobs = jobs
      // Before it listens: whoever gets the first answer may ask it to stop at once. Until here a signal ends it as it stands.
      process.on('SIGTERM', () => void stop('SIGTERM'))
      process.on('SIGINT', () => void stop('SIGINT'))
      return async () => {
        await jobs.stop()
        await linkBeforeStopping(platform)
        await bank?.stop()
      }
    },
    tracing,
  )
  isListening(server)
  console.log(`Shebao is ready: ${environment.publicUrl}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof Unfit ? unfitExitCode : 1)
}
