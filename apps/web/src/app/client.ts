import { DataClient } from '../shared/data/data-client.ts'
import { sendTo } from '../shared/data/send.ts'
import { tellDeed } from '../shared/lib/deeds.ts'
import { visibleFetch } from '../shared/lib/visible-fetch.ts'
import { barrierBoard } from './barrier.ts'
import { barrierStation } from './barrier-station.ts'
import { deedStation } from './deed-station.ts'
import { proofDesk, reSignInDesk } from './re-sign-in.ts'
import { sessionStation } from './session-station.ts'

/** On the way to the office, the outermost first. */
const stations = [
  deedStation(tellDeed),
  sessionStation(reSignInDesk),
  sessionStation(proofDesk, 'PROOF_NEEDED'),
  barrierStation(barrierBoard),
]

export const client = new DataClient(
  stations.reduceRight((onward, station) => station(onward), sendTo('/graphql', visibleFetch)),
)
