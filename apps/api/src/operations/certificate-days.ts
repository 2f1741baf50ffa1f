import { connect } from 'node:tls'

const longestMs = 3_000
const rememberedMs = 10 * 60_000
const dayMs = 86_400_000

/**
 * Days until the certificate of this address ends, as those who open it are shown it; undefined where it is not https or cannot be
 * reached from here. Whether it is trusted is the browsers' to say.
 */
export function certificateWatch(address: string): () => Promise<Date | undefined> {
  const url = new URL(address)
  let last: { at: number; ends: Promise<Date | undefined> } | undefined
  return async () => {
    if (url.protocol !== 'https:') return undefined
    if (!last || performance.now() - last.at > rememberedMs) last = { at: performance.now(), ends: endOf(url) }
    return last.ends
  }
}

export const daysUntil = (ends: Date, now: Date): number => (ends.getTime() - now.getTime()) / dayMs

function endOf({ hostname, port }: URL): Promise<Date | undefined> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    const socket = connect({ host, port: Number(port || 443), servername: host, rejectUnauthorized: false }, () => {
      resolve(new Date(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    const nothing = () => {
      resolve(undefined)
      socket.destroy()
    }
    socket.setTimeout(longestMs, nothing).once('error', nothing)
  })
}
