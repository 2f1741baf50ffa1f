import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Environment } from './environment.ts'

export interface SandboxBank {
  url: string
  stop(): Promise<void>
}

/** Where the bundled bank keeps its book. */
export function sandboxBankFolder({ dataDirectory }: Pick<Environment, 'dataDirectory'>): string {
  return join(dataDirectory, 'sandbox-bank')
}

/** Starts the bundled bank as a process of its own, as a real bank would be; it ends when its parent is gone. */
export async function startSandboxBank(
  environment: Environment,
  sharedKey: Buffer,
  account: { number: string; name: string; bank: string },
): Promise<SandboxBank> {
  const program = join(import.meta.dirname, '../../../sandbox-bank/src/main.ts')
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      HOST: environment.host,
      BANK_PORT: String(environment.sandboxBankPort),
      BANK_SHARED_KEY: sharedKey.toString('hex'),
      BANK_RETURN_ORIGIN: environment.publicUrl,
      BANK_NOTIFY_URL: `http://localhost:${environment.port}/bank/notifications`,
      BANK_ACCOUNT_NUMBER: account.number,
      BANK_ACCOUNT_NAME: account.name,
      BANK_NAME: account.bank,
      BANK_DATA_DIR: sandboxBankFolder(environment),
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { type: string; port: number }) => resolve(message.port))
    child.once('exit', (code) => reject(new Error(`The sandbox bank did not start (exit code ${code}).`)))
  })
  return {
    url: `http://localhost:${port}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      await ended
    },
  }
}
