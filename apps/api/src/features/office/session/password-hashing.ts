import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB and two passes, OWASP's floor: 13 ms on the machine of the design notes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Somebody must wait no longer than about a second: 64 in line at 13 ms, two at a time. */
const atOnce = 2
const longestQueue = 64

/** The queue is full: nothing was computed, ask again in a moment. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

export interface PasswordHashing {
  hasRoom(): boolean
  hash(password: string): Promise<string>
  matches(password: string, passwordHash: string): Promise<boolean>
  /** As much work as `matches`, for an account that does not exist. */
  pretend(password: string): Promise<false>
}

/** A bounded queue before the hash, so that a flood of sign-ins costs the attacker an answer and not the server its memory. */
export function createPasswordHashing(limits = { atOnce, longestQueue }): PasswordHashing {
  const waiting: (() => void)[] = []
  let running = 0

  const hasRoom = () => running < limits.atOnce || waiting.length < limits.longestQueue

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!hasRoom()) throw new Busy('The password queue is full.')
    // Whoever ends hands its place over, so that a newcomer cannot slip in between.
    if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    hasRoom,
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), cost)),
    matches: (password, passwordHash) => inTurn(() => verify(passwordHash, password.normalize('NFC'))),
    pretend: (password) =>
      inTurn<false>(async () => {
        await hash(password.normalize('NFC'), cost)
        return false
      }),
  }
}

/** One queue for the process: it guards the process's memory. */
export const passwordHashing = createPasswordHashing()
