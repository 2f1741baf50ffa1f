import type { Answer, Ask } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'

/** Files are read here and never on the page's own thread: 10,000 people take a second. */
const port = globalThis as unknown as {
  postMessage(answer: Answer, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent<Ask>) => void) | null
}

const session = new RosterSession((answer) =>
  port.postMessage(answer, answer.kind === 'file' ? [answer.bytes.buffer as ArrayBuffer] : []),
)

port.onmessage = ({ data }) => {
  try {
    session.handle(data)
  } catch {
    port.postMessage({ kind: 'failed' }, [])
  }
}
