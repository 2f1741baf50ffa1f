import type { Answer, Ask } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'

/** Files are read here and never on the page's own thread: 10,000 people take a second. */
function say(answer: Answer): void {
  globalThis.postMessage(answer, answer.kind === 'file' ? { transfer: [answer.bytes.buffer] } : {})
}

const session = new RosterSession(say)

globalThis.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  try {
    session.handle(data)
  } catch {
    say({ kind: 'failed' })
  }
})
