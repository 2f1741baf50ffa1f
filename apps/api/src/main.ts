import { billingJobs } from './features/billing/index.ts'
import { createVault, loadMasterKey } from './platform/crypto.ts'
import { readEnvironment } from './platform/environment.ts'
import { startJobs } from './platform/jobs.ts'
import { createLogger } from './platform/logger.ts'
import { startSandboxBank } from './platform/sandbox-bank.ts'
import { prepareOffice } from './prepare-office.ts'
import { serverParts } from './server-parts.ts'
import { startServer } from './start.ts'

const settings = readEnvironment()
const logger = createLogger(settings.logLevel)

try {
  const vault = createVault(loadMasterKey(settings.secretKey, settings.dataDirectory))
  const bank = settings.sandboxBankUrl ? undefined : await startSandboxBank(settings, vault.derivedKey('sandbox-bank'))
  const environment = { ...settings, sandboxBankUrl: settings.sandboxBankUrl ?? bank?.url }
  const server = await startServer(environment, logger, serverParts, async (platform) => {
    await prepareOffice(platform)
    const jobs = await startJobs(platform.database, logger, billingJobs(platform))
    return () => jobs.stop()
  })
  console.log(`Shebao is ready: ${environment.publicUrl}`)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    try {
      await server.stop()
      await bank?.stop()
      process.exit(0)
    } catch (error) {
      logger.error({ error: String(error) }, 'stopping failed')
      process.exit(1)
    }
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
