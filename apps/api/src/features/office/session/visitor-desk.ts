import { provideGuessWatch } from '../../../access/guess-watch.ts'
import { provideVisitorDesk } from '../../../access/visitor-desk.ts'
import { forgiveGuess, takeGuess } from './guess-count.repository.ts'
import { consumeChallenge } from './verification/verification.repository.ts'

provideVisitorDesk({
  verify: (platform, { challengeId, answer }) => consumeChallenge(platform, challengeId, answer),
})

provideGuessWatch({ take: takeGuess, forgive: forgiveGuess })
