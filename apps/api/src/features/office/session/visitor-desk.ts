import { provideGuessWatch } from '../../../access/guess-watch.ts'
import { provideVisitorDesk } from '../../../access/visitor-desk.ts'
import { forgiveGuess, takeGuess } from './guess-count.repository.ts'
import { countOriginFailure, originBlockedUntil } from './throttle.repository.ts'
import { consumeChallenge } from './verification/verification.repository.ts'

provideVisitorDesk({
  async verify(platform, origin, { challengeId, answer }) {
    const right = await consumeChallenge(platform, challengeId, answer)
    if (!right) await countOriginFailure(platform, origin)
    return right
  },
  blockedUntil: originBlockedUntil,
  countFailure: countOriginFailure,
})

provideGuessWatch({ take: takeGuess, forgive: forgiveGuess })
