import { createBank } from './server.ts'
import { readSettings } from './settings.ts'

const settings = readSettings()
const bank = createBank(settings.bank)

let closing: Promise<void> | undefined
const close = () => {
  closing ??= bank.close().then(() => process.exit(0))
}
process.on('SIGTERM', close)
process.on('SIGINT', close)
// The server that started the bank is gone: do not stay behind.
process.on('disconnect', close)

await bank.listen({ host: settings.host, port: settings.port })
const address = bank.server.address()
process.send?.({ type: 'ready', port: typeof address === 'object' && address ? address.port : settings.port })
