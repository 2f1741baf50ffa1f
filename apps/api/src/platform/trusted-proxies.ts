import { isIP } from 'node:net'
import type { z } from 'zod'

/** As Fastify takes it: nobody, or addresses and ranges. */
export type TrustedProxies = false | string[]

const named = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** A range of everybody would be "true" by another name. */
const shortestPrefix = 8

/**
 * Which proxies may say where a request comes from. Sign-in tries are counted by that address, so whoever is believed can walk
 * around the count: proxies are named. A number of them will not do either: it says nothing about who sends the header.
 */
export function readTrustedProxies(setting: string, context: z.RefinementCtx): TrustedProxies {
  const value = setting.trim()
  if (value === '' || value === 'false') return false
  const entries = value.split(',').map((entry) => entry.trim())
  const wrong = entries.find((entry) => !isProxy(entry))
  if (wrong === undefined) return entries
  const why =
    wrong === 'true'
      ? '"true" would let every caller forge its address'
      : `"${wrong}" is neither an address nor a range of at least ${shortestPrefix} bits`
  context.addIssue({
    code: 'custom',
    message: `${why}; name the proxies in front, with commas between them: 10.0.0.5, 10.1.0.0/16, loopback`,
  })
  return false
}

function isProxy(entry: string): boolean {
  if (named.has(entry)) return true
  const [address = '', bits, ...rest] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) >= shortestPrefix && Number(bits) <= (version === 4 ? 32 : 128)
}
