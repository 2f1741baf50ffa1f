import { useCallback, useEffect, useRef, useState } from 'react'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { RequestVerificationCodeDocument, type VerificationKind } from './sign-in.generated.ts'
import { solveInWorker } from './solve-in-worker.ts'

type State = 'loading' | 'ready' | 'working' | 'solved' | 'failed'

export interface Verification {
  kind: VerificationKind
  state: State
  challengeId: string | null
  image: string | null
  /** The solved proof of work; the image's answer is typed by the person. */
  proof: string | null
  renew: (kind: VerificationKind) => void
}

interface Held {
  state: State
  challengeId: string | null
  image: string | null
  proof: string | null
}

const nothing: Held = { state: 'loading', challengeId: null, image: null, proof: null }

/** Holds one verification challenge at a time: a picture, or a proof of work that solves itself in a worker. */
export function useVerification(): Verification {
  const [kind, setKind] = useState<VerificationKind>('IMAGE')
  const [held, setHeld] = useState<Held>(nothing)
  const current = useRef<AbortController>(undefined)

  const start = useCallback((next: VerificationKind) => {
    current.current?.abort()
    const stop = new AbortController()
    current.current = stop
    const show = (value: Held) => {
      if (!stop.signal.aborted) setHeld(value)
    }
    const fetchAndSolve = async () => {
      const { requestVerificationCode: challenge } = await sendOperation(RequestVerificationCodeDocument, {
        kind: next,
      })
      const base = { challengeId: challenge.id, image: challenge.image, proof: null }
      if (!challenge.proofOfWork) return show({ ...base, state: 'ready' })
      show({ ...base, state: 'working' })
      const proof = await solveInWorker(challenge.proofOfWork, stop.signal)
      return show({ ...base, state: 'solved', proof: String(proof) })
    }
    fetchAndSolve().catch(() => show({ ...nothing, state: 'failed' }))
  }, [])

  useEffect(() => {
    start('IMAGE')
    return () => current.current?.abort()
  }, [start])

  const renew = useCallback(
    (next: VerificationKind) => {
      setKind(next)
      setHeld(nothing)
      start(next)
    },
    [start],
  )

  return { kind, ...held, renew }
}
