import { Agent } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { post } from './load.ts'

// Somebody else of the office who asks a small question every few milliseconds, whether the one before was answered or not, from a
// thread of their own. Told how long, says what each answer took in ms from the moment at which it was due.
const { url, token, everyMs } = workerData as { url: string; token: string; everyMs: number }
const agent = new Agent({ keepAlive: true, maxSockets: 32 })
const target = new URL('/graphql', url)
const body = JSON.stringify({ query: '{ viewer { id displayName } }' })

/** Until it is told to end: how long that takes is not known beforehand. */
let asking = false
let took: Promise<number>[] = []

async function askOnce(due: number): Promise<number> {
  await post(target, agent, body, { cookie: `shebao_session=${token}` })
  return performance.now() - due
}

async function askOn(): Promise<void> {
  let due = performance.now()
  while (asking) {
    took.push(askOnce(due))
    due += everyMs
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
  }
}

parentPort?.on('message', (told: 'begin' | 'end') => {
  if (told === 'begin') {
    asking = true
    took = []
    void askOn()
    return
  }
  asking = false
  void Promise.all(took).then((times) => parentPort?.postMessage(times))
})
