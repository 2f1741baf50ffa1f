import { loadMasterKey, createVault } from './platform/crypto.ts'
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
    return startJobs(platform)
  })
  console.log(`Shebao is ready: ${environment.publicUrl}`)

  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    server
      .stop()
      .then(() => bank?.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error: String(error) }, 'stopping failed')
          process.exit(1)
        },
      )
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
