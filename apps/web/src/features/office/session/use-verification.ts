import { useCallback, useEffect, useRef, useState } from 'react'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { RequestVerificationCodeDocument, type VerificationKind } from './sign-in.generated.ts'
import { solveInWorker } from './solve-in-worker.ts'

type State = 'loading' | 'ready' | 'working' | 'solved' | 'failed'

interface Answer {
  challengeId: string
  answer: string
}

export interface Verification {
  kind: VerificationKind
  state: State
  image: string | null
  /**
   * What to send: what was typed from the picture, or the proof as soon as it is found. Null when the browser could not find
   * it and shows a picture now; throws when the office could not be reached.
   */
  answer: (typed: string) => Promise<Answer | null>
  renew: (kind: VerificationKind) => void
}

interface Challenge {
  stop: AbortController
  since: number
  /** The challenge with its proof; the answer to a picture is empty until it is typed. */
  ready: Promise<Answer | null>
}

interface Held {
  kind: VerificationKind
  state: State
  image: string | null
}

/** The office keeps a challenge for five minutes: somebody who looks for their card longer gets a fresh one. */
const freshMs = 4.5 * 60_000

/** Holds one challenge at a time: a proof of work that solves itself in a worker, or a picture where that does not work. */
export function useVerification(): Verification {
  const [held, setHeld] = useState<Held>({ kind: 'PROOF_OF_WORK', state: 'loading', image: null })
  const current = useRef<Challenge>(undefined)

  const begin = useCallback(function start(kind: VerificationKind): Challenge {
    current.current?.stop.abort()
    const stop = new AbortController()
    const show = (next: Held) => {
      if (!stop.signal.aborted) setHeld(next)
    }
    const work = async (): Promise<Answer | null> => {
      const { requestVerificationCode: challenge } = await sendOperation(RequestVerificationCodeDocument, { kind })
      const { id: challengeId, image, proofOfWork } = challenge
      if (!proofOfWork) {
        show({ kind, state: 'ready', image })
        return { challengeId, answer: '' }
      }
      show({ kind, state: 'working', image: null })
      const proof = await solveInWorker(proofOfWork, stop.signal).catch(() => null)
      if (proof !== null) show({ kind, state: 'solved', image: null })
      else if (!stop.signal.aborted) start('IMAGE')
      return proof === null ? null : { challengeId, answer: String(proof) }
    }
    show({ kind, state: 'loading', image: null })
    const challenge = { stop, since: performance.now(), ready: work() }
    challenge.ready.catch(() => show({ kind, state: 'failed', image: null }))
    current.current = challenge
    return challenge
  }, [])

  useEffect(() => {
    begin('PROOF_OF_WORK')
    return () => current.current?.stop.abort()
  }, [begin])

  const answer = async (typed: string): Promise<Answer | null> => {
    const kept = current.current
    const old = held.kind === 'PROOF_OF_WORK' && kept !== undefined && performance.now() - kept.since > freshMs
    const found = await (kept && !old ? kept : begin(held.kind)).ready
    return found && { ...found, answer: found.answer || typed }
  }

  return { ...held, answer, renew: begin }
}
