import { ChangeFile } from './change-file.ts'
import type { Answer, Ask } from './change-file-protocol.ts'

/** Lists are read here and never on the page's own thread. */
function say(answer: Answer): void {
  globalThis.postMessage(answer, answer.kind === 'template' ? { transfer: [answer.bytes.buffer] } : {})
}

const file = new ChangeFile(say)

globalThis.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  try {
    file.handle(data)
  } catch {
    say({ kind: 'failed' })
  }
})
