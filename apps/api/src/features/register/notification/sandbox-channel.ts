import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NotificationChannel } from '../../../telling/notification-codes.ts'
import type { Channel } from './channel.ts'

const fileName = 'sandbox-messages.jsonl'
const largestBytes = 1024 * 1024

/** Outside production, where no server is set up: a line a message in the data directory, for who develops or shows the product. */
export function createSandboxChannel(dataDirectory: string, channel: NotificationChannel): Channel {
  const file = join(dataDirectory, fileName)
  mkdirSync(dataDirectory, { recursive: true })
  return {
    async send({ id, ...message }) {
      startAnew(file)
      appendFileSync(file, `${JSON.stringify({ channel, ...message, id })}\n`, { mode: 0o600 })
      return { sent: true }
    },
    close: () => undefined,
  }
}

/** The file of before is kept beside it; the one before that goes. */
function startAnew(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestBytes) renameSync(file, `${file}.1`)
}
