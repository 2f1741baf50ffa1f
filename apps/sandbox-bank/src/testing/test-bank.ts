import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BankEvent, signatureProblem, signMessage } from '@shebao/bank-protocol'
import { createBank } from '../server.ts'
import { readSettings } from '../settings.ts'

export const sharedKey = Buffer.alloc(32, 3)
export const account = { number: '1100600000000018', name: '示范社保基金 <专户>', bank: '示范银行' }

/**
 * The bank and an office that listens to it, both with nothing but what the test does to them. The bank runs in the
 * test's own process; a test that kills it makes it a process of its own first.
 */
export interface TestBank {
  folder: string
  /** Genuine events the office accepted, in the order they came. */
  heard: BankEvent[]
  office: { refusals: number; forged: number }
  /** Where it listens; another after each start. */
  address(): string
  call(method: 'GET' | 'POST', path: string, payload?: unknown, key?: Uint8Array, at?: number): Promise<Response>
  /** Opens a page as a person does, or presses a button on it. */
  open(path: string): Promise<Response>
  press(path: string, form: Record<string, string>): Promise<Response>
  /** As a process of its own, on the same folder; also after it was killed. */
  startProcess(): Promise<void>
  kill(): Promise<void>
  close(): Promise<void>
}

export async function startTestBank(): Promise<TestBank> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bank-'))
  const heard: BankEvent[] = []
  const state = { refusals: 0, forged: 0 }
  const office = createServer((message, answer) => {
    let body = ''
    message.on('data', (part) => {
      body += String(part)
    })
    message.on('end', () => {
      const problem = signatureProblem(
        sharedKey,
        { method: 'POST', path: '/bank/notifications', body },
        message.headers,
        Date.now(),
      )
      const refused = !problem && state.refusals > 0
      if (problem) state.forged += 1
      if (refused) state.refusals -= 1
      if (!problem && !refused) heard.push(BankEvent.parse(JSON.parse(body)))
      answer.writeHead(problem ? 401 : refused ? 503 : 200).end()
    })
  })
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
  const notifyUrl = `http://127.0.0.1:${(office.address() as AddressInfo).port}/bank/notifications`
  const settings = bankSettings(folder, notifyUrl)
  let running = await openBank(settings)
  return {
    folder,
    heard,
    office: state,
    address: () => running.origin,
    async startProcess() {
      await running.end('SIGTERM')
      running = await forkBank(settings)
    },
    kill: () => running.end('SIGKILL'),
    async call(method, path, payload, key = sharedKey, at = Date.now()) {
      const body = payload === undefined ? '' : JSON.stringify(payload)
      return fetch(running.origin + path, {
        method,
        headers: {
          ...signMessage(key, { method, path, body }, at),
          ...(payload ? { 'content-type': 'application/json' } : {}),
        },
        ...(payload ? { body } : {}),
      })
    },
    open: (path) => fetch(running.origin + path),
    press: (path, form) =>
      fetch(running.origin + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) }),
    async close() {
      await running.end('SIGTERM')
      office.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface RunningBank {
  origin: string
  /** Does nothing when it has ended. */
  end(signal: NodeJS.Signals): Promise<void>
}

async function openBank(settings: Record<string, string>): Promise<RunningBank> {
  const { host, port, bank } = readSettings(settings)
  const server = createBank(bank)
  return { origin: await server.listen({ host, port }), end: () => server.close() }
}

async function forkBank(settings: Record<string, string>): Promise<RunningBank> {
  const child = fork(new URL('../main.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...settings },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(`http://127.0.0.1:${message.port}`))
    child.once('exit', () => reject(new Error('the bank did not start')))
  })
  return {
    origin,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

const bankSettings = (folder: string, notifyUrl: string) => ({
  BANK_PORT: '0',
  BANK_SHARED_KEY: sharedKey.toString('hex'),
  BANK_RETURN_ORIGIN: 'http://127.0.0.1:4000/',
  BANK_NOTIFY_URL: notifyUrl,
  BANK_DATA_DIR: folder,
  BANK_ACCOUNT_NUMBER: account.number,
  BANK_ACCOUNT_NAME: account.name,
  BANK_NAME: account.bank,
  BANK_LATE_SECONDS: '1',
})

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
}
